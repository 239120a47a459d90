import type { AmountContext } from "../context";

/** One reason why an amount is no target. */
export interface Objection {
  id: string;
  /** `example`: a text whose number is refused for this reason. `but`: a similar text whose number is read. */
  example: string;
  but?: string;
  applies: (context: AmountContext) => boolean;
  /** The reader may be wrong here, so the user is told. */
  doubtful?: true;
  /** Amounts that continue the same sentence, or follow in a bracket, are no targets either. */
  spreads?: true;
}
