import { useEffect } from "react";

const control = [
  "button:enabled",
  "a[href]",
  "input:enabled",
  "select:enabled",
  "textarea:enabled",
  "summary",
  '[tabindex="0"]',
]
  .map((one) => `${one}:not([tabindex="-1"])`)
  .join();
/**
 * Elements that may receive the focus although they are no controls: a page's title, and whatever carries
 * `data-landing`.
 */
const landing = "h1[tabindex], [data-landing]";

/**
 * An element's ancestors, nearest first; `index` is the position, among the ancestor's children, of the child that
 * contains the element.
 */
type AncestorPath = readonly { parent: Element; index: number }[];

function pathTo(element: Element): AncestorPath {
  const way: { parent: Element; index: number }[] = [];
  for (let child = element; child.parentElement; child = child.parentElement)
    way.push({ parent: child.parentElement, index: [...child.parentElement.children].indexOf(child) });
  return way;
}

/**
 * The element that took the place of a removed one: a landing place there, else the first control there, else the
 * page's title.
 */
function successorOf(way: AncestorPath): HTMLElement | null {
  const step = way.find(({ parent }) => parent.isConnected);
  const place = step && step.parent.children[Math.min(step.index, step.parent.children.length - 1)];
  const first = (selector: string): HTMLElement | null | undefined =>
    place?.matches(selector) ? (place as HTMLElement) : place?.querySelector<HTMLElement>(selector);
  return first(landing) ?? first(control) ?? document.querySelector<HTMLElement>(landing);
}

const isShown = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

/**
 * Keeps the focus when the focused control disappears, as a button does once its question is answered. Otherwise
 * keyboard users would start again at the top of the page. The focus moves to whatever took the control's place. It
 * is never taken from the sheet: while the user works there, the pane waits until they come back.
 */
export function useFocusRecovery(): void {
  useEffect(() => {
    let last: { element: Element; way: AncestorPath } | undefined;
    const remember = ({ target }: FocusEvent): void =>
      void (target instanceof Element && (last = { element: target, way: pathTo(target) }));
    // A click on empty space gives up the focus on purpose. Not so when the control is hidden, which happens to a page
    // before it is replaced by one that is still loading.
    const forget = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget === null)
        queueMicrotask(
          () => void (last?.element === target && isShown(last.element) && document.hasFocus() && (last = undefined)),
        );
    };
    const watch = new MutationObserver(() => {
      if (!last || last.element.isConnected || !document.hasFocus()) return;
      if (document.activeElement && document.activeElement !== document.body) return;
      // While a page is still loading there may be no successor yet; the next mutation tries again.
      successorOf(last.way)?.focus();
    });
    // In Excel on the web the pane is a frame, and going to the sheet takes the focus from its controls. Users who come
    // back continue where they were. Nothing is scrolled, because the mouse may be moving towards something in view.
    const comeBack = (): void => {
      if (!last || (document.activeElement && document.activeElement !== document.body)) return;
      (last.element.isConnected ? (last.element as HTMLElement) : successorOf(last.way))?.focus({
        preventScroll: true,
      });
    };
    window.addEventListener("focus", comeBack);
    document.addEventListener("focusin", remember);
    document.addEventListener("focusout", forget);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      window.removeEventListener("focus", comeBack);
      document.removeEventListener("focusin", remember);
      document.removeEventListener("focusout", forget);
      watch.disconnect();
    };
  }, []);
}
