import { describe, expect, it, vi } from "vitest";
import { DatabaseUnavailable, readDriverError, watchedConnection } from "./unavailable";

const coded = (code: string) => Object.assign(new Error("secret"), { code });

describe("an error of the driver", () => {
  it.each<[error: Error, trouble: string]>([
    [coded("ECONNREFUSED"), "does-not-answer"],
    [coded("EAI_AGAIN"), "does-not-answer"],
    [coded("08006"), "does-not-answer"],
    [coded("57P01"), "does-not-answer"],
    [coded("57P03"), "does-not-answer"],
    [coded("25P03"), "does-not-answer"],
    [coded("53300"), "does-not-answer"],
    [new Error("Connection terminated unexpectedly"), "does-not-answer"],
    [new Error("Connection terminated due to connection timeout"), "does-not-answer"],
    [new Error("Query read timeout"), "does-not-answer"],
    [new Error("timeout exceeded when trying to connect"), "does-not-answer"],
    [new Error("Client has encountered a connection error and is not queryable"), "does-not-answer"],
    [coded("25006"), "takes-no-changes"],
    [coded("53100"), "takes-no-changes"],
    [coded("58030"), "takes-no-changes"],
    [coded("55P03"), "busy"],
    [coded("57014"), "busy"],
    [coded("40P01"), "busy"],
  ])("%o: the database %s", (error, trouble) => {
    const read = readDriverError(error);
    expect(read).toBeInstanceOf(DatabaseUnavailable);
    expect(read).toMatchObject({ trouble, cause: error });
    // a message may quote a row
    expect(String(read)).not.toContain("secret");
  });

  it.each([coded("23505"), coded("42501"), coded("22021"), coded("ERR_INVALID_ARG_TYPE"), new Error("This transaction is over.")])(
    "%o is the statement's own",
    (error) => {
      expect(readDriverError(error)).toBe(error);
    },
  );
});

describe("a connection that was lost", () => {
  it("is asked nothing more, and told once", async () => {
    const query = vi.fn<() => Promise<never>>().mockRejectedValue(coded("ECONNRESET"));
    const onLost = vi.fn<() => void>();
    const connection = watchedConnection({ query }, onLost);
    await expect(connection.query("select 1")).rejects.toMatchObject({ trouble: "does-not-answer" });
    await expect(connection.query("rollback")).rejects.toMatchObject({ trouble: "does-not-answer" });
    expect(query).toHaveBeenCalledOnce();
    expect(onLost).toHaveBeenCalledOnce();
  });

  it("is not one that was too busy", async () => {
    const query = vi.fn<() => Promise<never>>().mockRejectedValue(coded("55P03"));
    const onLost = vi.fn<() => void>();
    const connection = watchedConnection({ query }, onLost);
    await expect(connection.query("select 1")).rejects.toMatchObject({ trouble: "busy" });
    await expect(connection.query("rollback")).rejects.toMatchObject({ trouble: "busy" });
    expect(query).toHaveBeenCalledTimes(2);
    expect(onLost).not.toHaveBeenCalled();
  });
});
