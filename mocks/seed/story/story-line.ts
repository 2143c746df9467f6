import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { World } from "../../world/core/world";
import type { AttemptContext } from "../attempts/attempt";
import { spanMs, type Span } from "../span";
import type { Scene } from "./scene";

/** A line of steps in time. Each step comes `after` the one told before it. */
export class StoryLine {
  protected readonly scene: Scene;
  protected readonly context: AttemptContext;
  /** `person/inquiry`, under which the inquiry's id is found later. */
  protected readonly name: string;
  #cursor: number;

  constructor(scene: Scene, context: AttemptContext, name: string, beginsAt: number) {
    this.scene = scene;
    this.context = context;
    this.name = name;
    this.#cursor = beginsAt;
  }

  /** Tells the next step. */
  protected tell(after: Span, run: () => void): this {
    this.#cursor += spanMs(after);
    this.#record(this.#cursor, run);
    return this;
  }

  /** Tells something of its own that follows the last step by `ms`, without moving the line on. */
  protected aside(ms: number, run: () => void): this {
    this.#record(this.#cursor + ms, run);
    return this;
  }

  protected get world(): World {
    return this.scene.world;
  }

  protected get inquiryId(): string {
    const id = this.scene.inquiries.get(this.name);
    if (id === undefined) throw new Error(`${this.name} does not exist at this point of its story`);
    return id;
  }

  protected get inquiry(): Inquiry {
    const inquiry = this.world.tables.inquiries.get(this.inquiryId);
    if (inquiry === undefined) throw new Error(`${this.name} is gone`);
    return inquiry;
  }

  #record(at: number, run: () => void): void {
    this.scene.steps.push({
      at,
      run: () => {
        try {
          run();
        } catch (cause) {
          throw new Error(`The story of ${this.name} does not work out`, { cause });
        }
      },
    });
  }
}
