import type { CheckInput } from "../../world/verification/checks";

/** A check that failed. Whether that sinks the attempt is up to the requirement the kind gives it. */
export const failed = (name: string, ...reasons: string[]): CheckInput => ({ name, status: "failed", reasons });

/** A failed check that this template made a required one. */
export const decisive = (name: string, ...reasons: string[]): CheckInput => ({ ...failed(name, ...reasons), requirement: "required" });

/** A check that could not be asked. */
export const notApplicable = (name: string, ...reasons: string[]): CheckInput => ({ name, status: "not_applicable", reasons });

/** A passed check of a kind the simulator has no catalogue for. */
export const passedRequired = (name: string): CheckInput => ({ name, status: "passed", requirement: "required" });
