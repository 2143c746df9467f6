import { describe, expect, it } from "vitest";
import { DeskError } from "../http/desk-error";
import { operationOf } from "./match-operation";
import { operationQuery } from "./operation-query";

const list = operationOf("listAllInquiries");
const retrieve = operationOf("retrieveAnInquiry");

describe("the query of an operation", () => {
  it.each([
    ["", ""],
    ["page[size]=10", "page%5Bsize%5D=10"],
    ["page%5Bsize%5D=10&filter%5Bstatus%5D=created,pending", "page%5Bsize%5D=10&filter%5Bstatus%5D=created,pending"],
    ["filter[created-at-start]=2026-03-02T09:00:00.000Z", "filter%5Bcreated-at-start%5D=2026-03-02T09:00:00.000Z"],
    ["filter[reference-id]=a+b%26page[size]=9", "filter%5Breference-id%5D=a%20b%26page%5Bsize%5D%3D9"],
    ["filter[note]=%C3%A9", "filter%5Bnote%5D=%C3%A9"],
    ["filter[note]=", "filter%5Bnote%5D="],
    [
      "fields[inquiry]=status,created-at&fields[verification/government-id]=status",
      "fields%5Binquiry%5D=status,created-at&fields%5Bverification%2Fgovernment-id%5D=status",
    ],
  ])("%s goes on as %s", (raw, sent) => {
    expect(operationQuery(list, raw)).toBe(sent);
  });

  it.each([
    ["include=account"],
    ["sort=created-at"],
    ["page[number]=1"],
    ["page=1"],
    ["page[size][x]=1"],
    ["page[size"],
    ["filter[status]"],
    ["=1"],
    ["&"],
    ["page[size]=1&"],
    ["page[size]=1&page[size]=2"],
    ["page[size]=1&page%5Bsize%5D=2"],
    ["page%5bsize%5d=1&page[size]=2"],
    ["fields[*]=status"],
    ["fields[]=status"],
    ["fields[a]b]=status"],
    ["fields[__proto__.x]=status"],
    ["filter[note]=%"],
    ["filter[note]=%ff"],
    ["filter[note]=%00"],
    ["filter[note]=a%0d%0aX: y"],
    ["Filter[status]=created"],
    [`filter[note]=${"x".repeat(6_000)}`],
  ])("%s is refused", (raw) => {
    expect(() => operationQuery(list, raw)).toThrow(DeskError);
  });

  it("is what the very operation declares", () => {
    expect(operationQuery(retrieve, "include=account,sessions")).toBe("include=account,sessions");
    expect(() => operationQuery(retrieve, "page[size]=1")).toThrow(DeskError);
  });

  it("is also what the contract lets the desk ask for undeclared", () => {
    expect(operationQuery(operationOf("listAllUserAuditLogs"), "page[size]=50&include=user")).toBe("page%5Bsize%5D=50&include=user");
  });
});
