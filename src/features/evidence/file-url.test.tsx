import { describe, expect, it } from "vitest";
import { fileIdentity, fileUrl } from "./file-url";

describe("the address of a file", () => {
  it.each([
    "https://files.withpersona.com/front.jpg?access_token=abc",
    "http://localhost/files/front.svg",
    "http://127.0.0.1:4010/files/front.svg",
    "data:image/png;base64,AAAA",
    "blob:http://localhost/1",
  ])("%s may be loaded", (address) => {
    expect(fileUrl(address)).toBe(address);
  });

  it.each([
    "javascript:alert(1)",
    "http://elsewhere.example/front.jpg",
    "/api/v1/inquiries",
    "//elsewhere.example/front.jpg",
    "data:text/html,<script>alert(1)</script>",
    "http://",
    "",
    7,
    null,
    undefined,
  ])("%j may not", (address) => {
    expect(fileUrl(address)).toBeUndefined();
  });

  it("is not a program's on this machine, when the desk is not on it", () => {
    expect(fileUrl("http://127.0.0.1:4010/files/front.svg", new URL("https://desk.example/"))).toBeUndefined();
  });

  it("is the same file whatever its access token", () => {
    expect(fileIdentity("https://files.withpersona.com/a.jpg?access_token=1")).toBe(
      fileIdentity("https://files.withpersona.com/a.jpg?access_token=2"),
    );
  });
});
