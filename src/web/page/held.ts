/**
 * Holds an element still while a request pauses: Excel too lets nobody type between two steps of a request. The focus comes back
 * to where it was.
 */
export function holding(element: HTMLElement): { hold(): void; release(): void } {
  let focused: Element | null = null;
  return {
    hold: () => {
      if (element.inert) return;
      focused = document.activeElement;
      element.inert = true;
    },
    release: () => {
      if (!element.inert) return;
      element.inert = false;
      if (focused instanceof HTMLElement && element.contains(focused)) focused.focus({ preventScroll: true });
    },
  };
}
