import { act, configure, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";

// Whether something is visible is computed element by element, which takes seconds in a table of fifty rows.
configure({ defaultHidden: true });

const listsAsked = (simulator: Awaited<ReturnType<typeof renderApp>>["simulator"]) =>
  simulator.requests().filter(({ path }) => /\/(inquiries|accounts|issued-links|audit-entries)$/.test(path));

describe("what an address says of a part that its list knows, and can't be read", () => {
  it.each([
    ["/inquiries", "from=yesterday", "“from”. A day is written as in 2026-03-02."],
    ["/inquiries", "to=2026-02-31&size=7", "“to” and “size”. A day is written as in 2026-03-02."],
    ["/inquiries", "template=kyc&status=%3Cb%3E", "“status” and “template”."],
    ["/inquiries", "after=act_1", "“after”."],
    ["/accounts", "after=inq_1", "“after”."],
    ["/accounts", "listed=many", "“listed”."],
    ["/links", "state=nonsense", "“state”."],
    ["/links", "inquiry=Ada+Lovelace", "“inquiry”."],
    ["/templates", "status=nonsense&q=ada%40example.org", "“q” and “status”."],
    ["/audit", "from=yesterday&outcome=Done!", "“outcome” and “from”. A day is written as in 2026-03-02."],
    ["/audit", "openings=all&log=other", "“log” and “openings”."],
  ])("is named on %s?%s, asked of nobody, and leaves the address when that is dismissed", async (path, query, names) => {
    const { user, router, simulator } = await renderApp(`${path}?${query}`, { role: "admin" });
    expect(await screen.findByText(`Left out of the address, since it can't be read: ${names}`)).toBeVisible();
    for (const [, value] of new URLSearchParams(query)) {
      expect(decodeURIComponent(JSON.stringify(listsAsked(simulator).map((call) => call.query)))).not.toContain(`=${value}`);
    }
    const entries = router.history.length;
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByText(/^Left out of the address/)).toBeNull());
    expect(router.state.location.searchStr).toBe("");
    expect(router.history).toHaveLength(entries);
  });

  it.each(["/inquiries?from=&status=,", "/accounts?after=%20", "/links?state=", "/audit?who=&log="])(
    "is nothing to tell where it is empty: %s",
    async (path) => {
      await renderApp(path, { role: "admin" });
      expect((await screen.findAllByRole("rowheader")).length).toBeGreaterThan(0);
      expect(screen.queryByText(/^Left out of the address/)).toBeNull();
    },
  );

  it.each(["/links", "/audit"])("has a line with what %s has no filter for", async (path) => {
    await renderApp(`${path}?country=DE&sort=decisioned-at&after=%25`, { role: "admin" });
    const said =
      "This address asks for “country”: this list has no such filter. It also asks for “sort”: this list comes newest first, and can't be " +
      "sorted. Left out of the address, since it can't be read: “after”.";
    expect(await screen.findByText(said)).toBeVisible();
  });
});

describe("a reference ID that was written into the address by hand", () => {
  const personal = [
    ["a name", "Ada Lovelace", "It looks like a name, which does not go into an address."],
    ["a name as registers write it", "LOVELACE, ADA", "It looks like a name, which does not go into an address."],
    ["a birth date", "1990-04-12", "It looks like a birth date, which does not go into an address."],
    ["an e-mail address", "t.person@example.com", "It looks like an e-mail address, which does not go into an address."],
    ["a social security number", "219-09-9999", "It looks like a social security number, which does not go into an address."],
  ] as const;

  describe.each(["opened", "typed over in place"])("in an address that is %s", (way) => {
    it.each(personal)("and is %s is not sent and not kept, and that is said", async (_, reference, said) => {
      const query = `?status=completed&reference=${encodeURIComponent(reference)}`;
      const { router, simulator } = await renderApp(way === "opened" ? `/inquiries${query}` : "/inquiries", {});
      const entries = router.history.length;
      if (way !== "opened") act(() => router.history.push(`/inquiries${query}`));
      expect(await screen.findByText(new RegExp(`^The reference ID was taken out of the address and not sent\\. ${said}`))).toBeVisible();
      expect(router.history.location.href).toBe("/inquiries?status=completed");
      expect(router.history).toHaveLength(way === "opened" ? entries : entries + 1);
      expect(JSON.stringify(listsAsked(simulator))).not.toContain(encodeURIComponent(reference).split("%")[0]);
      expect(JSON.stringify(listsAsked(simulator))).not.toContain(reference);
    });
  });

  it("and stands in a link for users is looked for without the link", async () => {
    const link = `https://inquiry.withpersona.com/verify?inquiry-template-id=itmpl_${"b".repeat(24)}&reference-id=usr_2c5e88`;
    const { router, simulator } = await renderApp(`/inquiries?reference=${encodeURIComponent(link)}`, {});
    expect(await screen.findByText(/^This is a static link/)).toBeVisible();
    expect(router.history.location.href).toBe("/inquiries?reference=usr_2c5e88");
    const asked = listsAsked(simulator).map(({ query }) => new URLSearchParams(query).get("filter[reference-id]"));
    expect(new Set(asked.filter((one) => one !== null))).toEqual(new Set(["usr_2c5e88"]));
  });

  it.each(["usr_2c5e88", "cus-105099", "acme,42", "0000-0002-1825-0097", "+usr/ü"])(
    "and is an ID, %s, stays as it is",
    async (reference) => {
      const { simulator } = await renderApp(`/inquiries?reference=${encodeURIComponent(reference)}`, {});
      const asked = listsAsked(simulator).map(({ query }) => new URLSearchParams(query).get("filter[reference-id]"));
      expect(asked).toEqual([reference]);
      expect(screen.queryByText(/taken out of the address/)).toBeNull();
    },
  );
});
