import type { Actor } from "./actor";
import type { World } from "./world";

/** An operation anyone may call: settles what is due, then runs at one instant. */
export type Operation<Input, Result> = (world: World, input: Input, actor: Actor) => Result;

/** Makes the body of an operation callable from outside (see `World.perform`). */
export function operation<Input, Result>(body: Operation<Input, Result>): Operation<Input, Result> {
  return (world, input, actor) => world.perform(() => body(world, input, actor));
}
