import { expect, it } from "vitest";
import { curlCommand } from "@/features/raw/curl-command";

it("asks Persona itself, with the headers the server sends and the key as a variable", () => {
  expect(curlCommand({ method: "GET", path: "/events?filter[object-id]=inq_1&page[size]=100" }, "2025-12-08")).toBe(
    [
      "curl --globoff --request GET 'https://api.withpersona.com/api/v1/events?filter[object-id]=inq_1&page[size]=100'",
      '  --header "Authorization: Bearer $PERSONA_API_KEY"',
      '  --header "Persona-Version: 2025-12-08"',
      '  --header "Key-Inflection: camel"',
    ].join(" \\\n"),
  );
});

it("keeps a quote in the path from ending the argument", () => {
  expect(curlCommand({ method: "GET", path: "/inquiries/'; rm -rf ~'" }, "2026-09-29")).toContain(
    String.raw`/inquiries/'\''; rm -rf ~'\'''`,
  );
});
