import { describe, expect, it } from "vitest";
import { isOwnPage, readGatewaySettings } from "./persona-gateway";

const key = "persona_sandbox_3f2a";

describe("gateway settings", () => {
  it("take the environment from the key and Persona's own address by default", () => {
    expect(readGatewaySettings({ PERSONA_API_KEY: key })).toMatchObject({ environment: "sandbox", role: "lead" });
    expect(readGatewaySettings({ PERSONA_API_KEY: key }).apiUrl.href).toBe("https://api.withpersona.com/api/v1");
    expect(readGatewaySettings({ PERSONA_API_KEY: "persona_production_9" }).environment).toBe("production");
  });

  it.each([
    [{}, "PERSONA_API_KEY"],
    [{ PERSONA_API_KEY: "sk_live_1" }, "PERSONA_API_KEY"],
    [{ PERSONA_API_KEY: key, PERSONA_API_URL: "api.withpersona.com" }, "PERSONA_API_URL"],
    [{ PERSONA_API_KEY: key, PERSONA_API_URL: "file:///etc/passwd" }, "PERSONA_API_URL"],
    [{ PERSONA_API_KEY: key, DESK_ROLE: "root" }, "DESK_ROLE"],
  ])("%j is refused with the variable's name", (env, name) => {
    expect(() => readGatewaySettings(env)).toThrow(name);
  });

  it("never repeat the key in an error", () => {
    expect(() => readGatewaySettings({ PERSONA_API_KEY: "secret-value" })).toThrow(/^(?!.*secret-value)/);
  });
});

describe("a call that may use the key", () => {
  it.each([
    [{ host: "127.0.0.1:5173", origin: "http://127.0.0.1:5173", "sec-fetch-site": "same-origin" }, true],
    [{ host: "127.0.0.1:5173", "sec-fetch-site": "same-origin" }, true],
    [{ host: "127.0.0.1:5173", origin: "https://evil.example" }, false],
    [{ host: "127.0.0.1:5173", origin: "http://127.0.0.1:5173", "sec-fetch-site": "cross-site" }, false],
    [{ host: "127.0.0.1:5173", origin: "null" }, false],
    [{ host: "127.0.0.1:5173", "sec-fetch-site": "none" }, false],
    [{ host: "127.0.0.1:5173" }, false],
  ])("%j: %s", (headers, expected) => {
    expect(isOwnPage({ headers })).toBe(expected);
  });
});
