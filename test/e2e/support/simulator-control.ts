import type { APIRequestContext, Page } from "@playwright/test";

type Json = Record<string, unknown>;

/** The simulator's own controls and its API, reached through the page in the demo and over HTTP when it runs as a server. */
export class SimulatorControl {
  private readonly page: Page;
  private readonly http: { request: APIRequestContext; origin: string; apiKey: string } | undefined;

  constructor(page: Page, http?: { request: APIRequestContext; origin: string; apiKey: string }) {
    this.page = page;
    this.http = http;
  }

  /** Calls `/simulator/v1/<path>`, or `/api/v1/<path>` when asked for the API, and gives the answer's JSON. */
  async call<T = Json>(method: "GET" | "POST", path: string, body?: Json, root: "simulator" | "api" = "simulator"): Promise<T> {
    const url = `${root}/v1/${path}`;
    if (this.http) {
      // the world that the key leads to, whose events and links are the ones that are meant
      const world = root === "simulator" && this.http.apiKey.startsWith("persona_sandbox_") ? "?environment=sandbox" : "";
      const headers = root === "api" ? { authorization: `Bearer ${this.http.apiKey}`, "key-inflection": "camel" } : undefined;
      const response = await this.http.request.fetch(`${this.http.origin}/${url}${world}`, {
        method,
        ...(body ? { data: body } : {}),
        ...(headers ? { headers } : {}),
      });
      if (!response.ok()) throw new Error(`${method} ${url}: ${response.status()} ${await response.text()}`);
      return (await response.json()) as T;
    }
    return this.page.evaluate(
      async ([verb, address, data]) => {
        const response = await fetch(new URL(address, document.baseURI), {
          method: verb,
          headers: { "content-type": "application/json", "key-inflection": "camel" },
          ...(data ? { body: JSON.stringify(data) } : {}),
        });
        if (!response.ok) throw new Error(`${verb} ${address}: ${response.status} ${await response.text()}`);
        return response.json();
      },
      [method, url, body] as const,
    ) as Promise<T>;
  }

  /** The newest inquiry with this reference ID, straight from the API. */
  async inquiryOf(referenceId: string): Promise<{ id: string; attributes: { status: string } }> {
    const { data } = await this.call<{ data: { id: string; attributes: { status: string } }[] }>(
      "GET",
      `inquiries?filter[reference-id]=${encodeURIComponent(referenceId)}`,
      undefined,
      "api",
    );
    const [newest] = data;
    if (!newest) throw new Error(`No inquiry has the reference ID ${referenceId}.`);
    return newest;
  }

  /** The account with this reference ID. */
  async accountOf(referenceId: string): Promise<{ id: string }> {
    const { data } = await this.call<{ data: { id: string }[] }>(
      "GET",
      `accounts?filter[reference-id]=${encodeURIComponent(referenceId)}`,
      undefined,
      "api",
    );
    const [account] = data;
    if (!account) throw new Error(`No account has the reference ID ${referenceId}.`);
    return account;
  }

  /** The inquiry template of this name, among the newest ten. */
  async templateOf(name: string): Promise<{ id: string }> {
    const { data } = await this.call<{ data: { id: string; attributes: { name: string } }[] }>(
      "GET",
      "inquiry-templates",
      undefined,
      "api",
    );
    const template = data.find(({ attributes }) => attributes.name === name);
    if (!template) throw new Error(`No template is called ${name}.`);
    return template;
  }
}
