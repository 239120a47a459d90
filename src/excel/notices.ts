import type { Sentence } from "../plan/sentence";

/** What Excel did not take though the work is done: told by whoever did it, shown by whoever listens. */
type Listener = (said: Sentence) => void;

const listeners = new Set<Listener>();

export function notice(said: Sentence): void {
  for (const listener of listeners) listener(said);
}

/** @returns ends the listening */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
