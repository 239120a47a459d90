import type { Sentence } from "../plan/sentence";

/**
 * Notices about things that Excel did not accept although the work succeeded. Code in this folder sends them; the pane
 * listens.
 */
type Listener = (said: Sentence) => void;

const listeners = new Set<Listener>();

export function notice(said: Sentence): void {
  for (const listener of listeners) listener(said);
}

/** @returns stops listening */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
