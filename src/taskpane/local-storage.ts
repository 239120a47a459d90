/**
 * A value that the pane stored on this machine; undefined if there is none, or if the web view stores nothing. That
 * is no failure: the pane only forgets.
 */
export function readLocal(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeLocal(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or switched off: the value is simply not remembered.
  }
}
