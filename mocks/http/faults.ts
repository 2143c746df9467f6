import { badRequest, Refusal } from "../world/core/refusal";

/** A failure to inject. Without an operation it strikes whatever comes next. */
export type Fault = {
  /** As the generated client has it, e.g. `approveAnInquiry`. */
  readonly operation?: string;
  /** What the caller gets; nothing named means: only slow. `network` breaks the connection. */
  readonly status?: number | "network";
  /** How often it strikes; default 1. */
  readonly times?: number;
  readonly delayMs?: number;
  /** `after` lets the operation take effect and loses its answer; default `before`. */
  readonly when?: "before" | "after";
};

/** Failures waiting for their calls. */
export type Faults = {
  /** @throws Refusal 400 for an operation that there is not: it would strike nothing */
  add(fault: Fault): void;
  /**
   * The fault that strikes this call, used up by one.
   * @param isBackground for what the application does by itself: only faults that name it strike it
   */
  strike(operation: string | undefined, isBackground?: boolean): Fault | undefined;
  clear(): void;
};

/**
 * None at first. Of several that would strike a call, the one added first does.
 * @param isOperation whether a call may be of this operation
 */
export function createFaults(isOperation: (name: string) => boolean): Faults {
  let pending: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const { operation } = fault;
      if (operation !== undefined && !isOperation(operation)) throw badRequest(`operation ${operation} is not one of the contract's`);
      pending.push({ fault, left: fault.times ?? 1 });
    },
    strike(operation, isBackground = false) {
      const hit = pending.find(({ fault }) => (fault.operation === undefined ? !isBackground : fault.operation === operation));
      if (hit === undefined) return undefined;
      hit.left -= 1;
      pending = pending.filter(({ left }) => left > 0);
      return hit.fault;
    },
    clear() {
      pending = [];
    },
  };
}

/** What the caller gets for the status of a fault. */
export const faultRefusal = (status: number): Refusal => new Refusal(status, titles[status] ?? "Internal server error", details[status]);

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Must be authenticated to access this endpoint",
  403: "Forbidden",
  404: "Record not found",
  408: "Request Timeout",
  409: "Stale object error",
  422: "Unprocessable entity",
  429: "Rate limit exceeded",
  502: "Bad gateway",
  503: "Service unavailable",
  504: "Gateway timeout",
};

const details: Readonly<Record<number, string>> = {
  403: "IP address is not permitted access to current environment",
  409: "Attempted to update a record that was just modified. Please try again.",
  429: "You have exceeded the rate limit of 300 requests / min",
};
