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
/** Where the focus may land though nothing is pressed there: a page's title, and what is marked for it. */
const landing = "h1[tabindex], [data-landing]";

/** An element's ancestors, each with the place that the way down to the element takes among its children. */
type AncestorPath = readonly { parent: Element; index: number }[];

function pathTo(element: Element): AncestorPath {
  const way: { parent: Element; index: number }[] = [];
  for (let child = element; child.parentElement; child = child.parentElement)
    way.push({ parent: child.parentElement, index: [...child.parentElement.children].indexOf(child) });
  return way;
}

/**
 * What stands where the element stood: a place to land, else the control that is first there, else the page's title.
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
 * A control that vanishes with what it opened or settled takes the focus with it, and whoever works by keyboard would
 * begin again at the top: the focus goes to what took its place. While the user is in the sheet nothing is taken from
 * it; it is set when they come back.
 */
export function useFocusRecovery(): void {
  useEffect(() => {
    let last: { element: Element; way: AncestorPath } | undefined;
    const remember = ({ target }: FocusEvent): void =>
      void (target instanceof Element && (last = { element: target, way: pathTo(target) }));
    // Who clicks beside everything has put the focus down. A page that gives way to one that is still being loaded is
    // hidden before it goes.
    const forget = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget === null)
        queueMicrotask(
          () => void (last?.element === target && isShown(last.element) && document.hasFocus() && (last = undefined)),
        );
    };
    const watch = new MutationObserver(() => {
      if (!last || last.element.isConnected || !document.hasFocus()) return;
      if (document.activeElement && document.activeElement !== document.body) return;
      // Where a page is still loading there is nothing yet: the next change is looked at again.
      successorOf(last.way)?.focus();
    });
    // Where the pane is a frame of Excel's page, going to the sheet takes the focus from the pane's controls; who comes
    // back goes on where they were. Nothing is scrolled: the mouse may be on its way to what is in view.
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
