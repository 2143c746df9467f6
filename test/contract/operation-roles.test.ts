import { describe, expect, it } from "vitest";
import { operationAccess, operationRefusal } from "@/domain/operation-access";
import { roles } from "@/domain/viewer";
import { refusalOf } from "@mocks/desk/roles";
import { routes } from "@mocks/handlers/routes";
import { isWrite, operationOf } from "@server/persona/match-operation";
import { operations } from "@server/persona/operations.gen";

const ids = operations.map(({ operation }) => operation);
const sorted = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b));

describe("the table of operations and roles", () => {
  it("has every operation of the contract, and so has the simulator", () => {
    expect(sorted(Object.keys(operationAccess))).toEqual(sorted(ids));
    expect(sorted(routes.map(({ operation }) => operation))).toEqual(sorted(ids));
  });

  it.each(routes.map((route) => [route.operation, route] as const))(
    "%s: what the server side refuses, the simulator refuses",
    (_, route) => {
      const { operation } = operationOf(route.operation);
      const refusedTo = (refuses: (role: (typeof roles)[number]) => string | undefined) =>
        roles.filter((role) => refuses(role) !== undefined);
      expect(refusedTo((role) => operationRefusal(operation, { role, environment: "sandbox" }))).toEqual(
        refusedTo((role) => refusalOf(role, route)),
      );
    },
  );

  it.each(routes.map((route) => [route.operation, route] as const))("%s: both know whether it changes anything", (_, route) => {
    expect(isWrite(operationOf(route.operation))).toBe(!route.safe);
  });

  it.each(ids)("%s: nobody without a known role may call it", (id) => {
    for (const role of [undefined, null, "", "owner", "Admin"]) expect(operationRefusal(id, { role })).toMatch(/^Your role \(/);
  });

  it("simulates nothing in production", () => {
    const refusedIn = (environment: string) => operationRefusal("inquiriesPerformSimulateActions", { role: "admin", environment });
    expect(refusedIn("production")).toBe("Nothing can be simulated in production.");
    expect([refusedIn("sandbox"), refusedIn("demo")]).toEqual([undefined, undefined]);
  });
});
