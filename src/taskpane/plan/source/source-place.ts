import type { Span } from "../../../plan/model";

/** A place of the text that is gone to, and what is to be said of it. */
export interface SourcePlace {
  span: Span;
  note: string;
  /** Of what the reading left over: can be settled there. */
  unread?: string;
}
