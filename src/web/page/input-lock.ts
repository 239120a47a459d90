/**
 * Locks an element while a long request pauses, so that nothing is typed between its steps. Unlocking restores the
 * focus.
 */
export function inputLock(element: HTMLElement): { lock(): void; unlock(): void } {
  let focused: Element | null = null;
  return {
    lock: () => {
      if (element.inert) return;
      focused = document.activeElement;
      element.inert = true;
    },
    unlock: () => {
      if (!element.inert) return;
      element.inert = false;
      if (focused instanceof HTMLElement && element.contains(focused)) focused.focus({ preventScroll: true });
    },
  };
}
