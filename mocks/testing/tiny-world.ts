import { createInquiry } from "../world/inquiry/inquiry-creation";
import { addAccountType } from "../world/template/catalog";
import { addInquiryTemplate } from "../world/template/templates";
import { hour } from "../world/core/time";
import type { Actor } from "../world/core/actor";
import { createSimulator, type Simulator } from "../simulator";
import type { SimulatorOptions } from "../simulator-options";
import type { Populate } from "../life";

const actor: Actor = { type: "api", emailAddress: "seed@hollisgrey.example" };

/** One template and three people, `ref-1` the oldest: enough to see what HTTP adds to the world. */
export const populateTiny: Populate = (world) => {
  const now = world.clock.now();
  addAccountType(world, { name: "User" });
  const template = world.clock.at(now - 4 * hour, () => addInquiryTemplate(world, { name: "KYC" }, actor));
  for (const number of [1, 2, 3]) {
    world.clock.at(now - (4 - number) * hour, () =>
      createInquiry(
        world,
        { attributes: { inquiryTemplateId: template.id }, meta: { autoCreateAccountReferenceId: `ref-${number}` } },
        actor,
      ),
    );
  }
};

/** Everything of Persona's can be asked of it, also what the desk would not pass on, unless a test says otherwise. */
export const tinySimulator = (options: Partial<SimulatorOptions> = {}): Simulator =>
  createSimulator({ standsFor: "gateway", unused: "answered", clock: "manual", populate: populateTiny, ...options });

type Sent = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

/** Sends a request to a simulator. The casing is camel unless a header says otherwise. */
export async function send(simulator: Simulator, path: string, { method, headers, body }: Sent = {}): Promise<Response> {
  const response = await simulator.handle(
    new Request(new URL(path, "http://localhost"), {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { "key-inflection": "camel", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  if (response === undefined) throw new Error(`${path} is not the simulator's`);
  return response;
}

/** The id of the inquiry of `ref-<number>`. */
export function inquiryId(simulator: Simulator, number: number): string {
  for (const { id, attributes } of simulator.world().tables.inquiries.newestFirst()) {
    if (attributes.referenceId === `ref-${number}`) return id;
  }
  throw new Error(`There is no ref-${number}`);
}

export type Row = {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, { data: unknown }>;
};

/** Every shape an answer can have; a test reads the parts it expects. */
export type Body<Data = Row> = {
  data: Data;
  included: Row[];
  meta: Record<string, string>;
  links: { prev: string; next: string };
  errors: { title: string; details?: string }[];
};

export const single = async (response: Response) => (await response.json()) as Body;
export const list = async (response: Response) => (await response.json()) as Body<Row[]>;
