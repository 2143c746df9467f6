/**
 * What pressing it does. `opens`: something that can be closed again, so it acts at once and is taken back when text follows. `moves`:
 * harmless, and may follow another move at any speed. `acts`: closing does not undo it, so it waits until it is known to stand alone.
 */
export type ShortcutKind = "opens" | "moves" | "acts";

/** A shortcut of the app, whether it is on screen or not. */
export type ShortcutDefinition = {
  /** Stable: what somebody has chosen another key for is kept under it. */
  readonly id: string;
  /** The key it has unless another was chosen, as `KeyboardEvent.key` gives it ("j", "?"), or with "mod+" before it for Ctrl or Cmd. */
  readonly keys: string;
  /** Other keys that do the same as long as no other was chosen: the sign on the same key without Shift. */
  readonly aliases?: readonly string[];
  /** What it does, for the list of shortcuts. */
  readonly label: string;
  /** The heading it is listed under. */
  readonly group: string;
  readonly kind: ShortcutKind;
  /** What may follow it at any speed without making it text: ids of other shortcuts, and "Enter". */
  readonly followers?: readonly string[];
  /** Whether a held key goes on doing it. */
  readonly repeats?: boolean;
};

/** How something that a key has opened is taken back, and what waits until it is known to be meant. */
export type Opened = {
  /** Puts everything back to how it was. The focus goes back by itself. */
  readonly retract: () => void;
  /** Called once nothing followed that would make it text. */
  readonly stands?: (() => void) | undefined;
};
