/**
 * Functions that run inside the pane's own page. They are sent there as text, so nothing else of the test is available.
 */

declare global {
  interface Window {
    walk: { wanted: Element[]; seen: Set<Element>; faint: Set<string>; last?: { element: Element; look: string } };
    axe: {
      run(
        context: object,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>;
    };
  }
}

export const controls = "button, a[href], input, select, textarea, summary, [tabindex='0'], [role=tab], [role=radio]";

/** Starts a walk that has to reach every control that is visible and enabled. */
export function beginWalk(selector: string): number {
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ checkOpacity: false }) && !(element as HTMLButtonElement).disabled;
  window.walk = {
    wanted: [...document.querySelectorAll(selector)].filter(
      (element) => isShown(element) && !element.matches("[data-tabster-dummy]"),
    ),
    seen: new Set(),
    faint: new Set(),
  };
  return window.walk.wanted.length;
}

/**
 * Notes which control has the focus, and whether the previous one looked different while it had it.
 * @returns false if the focus is not in the pane
 */
export function takeStep(): boolean {
  const lookOf = (element: Element): string => {
    const near = [
      element,
      element.nextElementSibling,
      element.parentElement,
      element.parentElement?.parentElement,
    ].filter((one) => one instanceof Element);
    return near
      .flatMap((one) => [undefined, "::before", "::after"].map((part) => getComputedStyle(one, part)))
      .map((style) =>
        [
          style.outline,
          style.border,
          style.boxShadow,
          style.backgroundColor,
          style.textDecoration,
          style.transform,
          style.content,
        ].join(),
      )
      .join("|");
  };
  const { walk } = window;
  if (walk.last && walk.last.element.isConnected && lookOf(walk.last.element) === walk.last.look)
    walk.faint.add(
      (
        walk.last.element.getAttribute("aria-label") ||
        walk.last.element.textContent ||
        walk.last.element.tagName
      ).trim(),
    );
  const element = document.activeElement;
  if (!document.hasFocus() || !element || element === document.body) return false;
  walk.last = { element, look: lookOf(element) };
  // Only one tab or choice of a group is a stop; the arrow keys lead to the others.
  const group = element.closest("[role=tablist], [role=radiogroup]");
  for (const one of group ? group.querySelectorAll("[role=tab], input") : [element]) walk.seen.add(one);
  return true;
}

/** What does not fit into the pane, in sentences; empty if all is well. */
export function misfits(): string[] {
  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  const named = (element: Element): string =>
    `<${element.tagName.toLowerCase()}> ${(element.getAttribute("aria-label") || element.textContent || element.getAttribute("class") || "").trim().slice(0, 40)}`;
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  if (document.documentElement.scrollWidth > width)
    found.push(`the page is ${document.documentElement.scrollWidth} wide of ${width}`);
  const all = [...document.body.querySelectorAll("*")].filter(isShown);
  for (const element of all) {
    const { left, right } = element.getBoundingClientRect();
    if (right > width + 1 || left < -1)
      found.push(`beyond the edge (${Math.round(left)}–${Math.round(right)}): ${named(element)}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const isField = element.matches("select, input, textarea, option");
    if (isField || element.clientWidth === 0) continue;
    if (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1)
      found.push(`${element.scrollWidth} wide in ${element.clientWidth}: ${named(element)}`);
    if (["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + 2)
      found.push(`${element.scrollHeight} high in ${element.clientHeight}: ${named(element)}`);
  }
  // Sticky elements may lie over what scrolls below them.
  const pressed = all.filter(
    (element) =>
      element.matches("button, input, select, textarea, summary") &&
      ![...ancestors(element)].some((one) => getComputedStyle(one).position === "sticky"),
  );
  // By its coordinates, what is scrolled out of sight overlaps what is beside the list.
  const listOf = (element: Element): Element | undefined =>
    [...ancestors(element)].find((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowY));
  const lists = new Map(pressed.map((element) => [element, listOf(element)]));
  for (const [index, one] of pressed.entries()) {
    for (const other of pressed.slice(index + 1)) {
      if (one.contains(other) || other.contains(one) || lists.get(one) !== lists.get(other)) continue;
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      if (
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
      )
        found.push(`one over the other: ${named(one)} / ${named(other)}`);
    }
  }
  return found;

  function* ancestors(element: Element): Generator<Element> {
    for (let one: Element | null = element; one; one = one.parentElement) yield one;
  }
}

/** How many buttons look like the page's main button. */
export function primaries(): string[] {
  const probe = document.createElement("span");
  probe.style.backgroundColor = "var(--colorBrandBackground)";
  document.querySelector(".fui-FluentProvider")!.append(probe);
  const brand = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [...document.querySelectorAll("button")]
    .filter((button) => button.checkVisibility() && getComputedStyle(button).backgroundColor === brand)
    .map(({ textContent }) => textContent ?? "");
}
