import type { AmountContext } from "../context";

/** One reason why an amount is no target. */
export interface Objection {
  id: string;
  /** A text whose number is refused for this reason, and one that looks like it whose number is read. */
  example: string;
  but?: string;
  applies: (context: AmountContext) => boolean;
  /** The reader may be wrong here: the user is told. */
  doubtful?: true;
  /** What goes on in the same sentence, or stands in a bracket behind it, is no target either. */
  spreads?: true;
}
