import type { Frame, Page } from "playwright-core";
import { beginWalk, controls, takeStep } from "./in-page";

/** More stops than any page has. */
const most = 300;

/** A user without a mouse. */
export class Keyboard {
  constructor(
    private readonly page: Page,
    private readonly pane: Frame,
  ) {}

  key(name: string): Promise<void> {
    return this.page.keyboard.press(name);
  }

  /** Moves the focus into the pane, from what is before it in Excel's window. */
  async enter(): Promise<void> {
    await this.page.locator("#close-pane").focus();
    await this.key("Tab");
  }

  /** The focused element as `role name`; empty if none has the focus. */
  focused(): Promise<string> {
    return this.pane.evaluate(() => {
      const element = document.activeElement;
      if (!document.hasFocus() || !element || element === document.body) return "";
      const labels =
        "labels" in element
          ? [...((element as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent).join(" ")
          : "";
      return `${element.getAttribute("role") ?? element.tagName.toLowerCase()} ${(element.getAttribute("aria-label") || labels || (element as HTMLElement).innerText || element.id).trim()}`;
    });
  }

  /** Presses Tab, and within tabs the arrow key, until the wanted element has the focus. */
  async reach(wanted: string | RegExp): Promise<void> {
    const isIt = (name: string): boolean => (typeof wanted === "string" ? name === wanted : wanted.test(name));
    const passed: string[] = [];
    for (let count = 0; count < most; count++) {
      const now = await this.focused();
      if (isIt(now)) return;
      passed.push(now);
      if (now === "") await this.enter();
      else if (now.startsWith("tab ") && (await this.tabs()).some(isIt)) await this.key("ArrowRight");
      else await this.key("Tab");
    }
    throw new Error(`${String(wanted)} was not reached by keyboard; passed: ${[...new Set(passed)].join(" | ")}`);
  }

  private tabs(): Promise<string[]> {
    return this.pane.evaluate(() =>
      [...document.activeElement!.closest("[role=tablist]")!.querySelectorAll("[role=tab]")].map(
        (tab) => `tab ${(tab as HTMLElement).innerText}`,
      ),
    );
  }

  async press(wanted: string | RegExp, key = "Enter"): Promise<void> {
    await this.reach(wanted);
    await this.key(key);
  }

  /**
   * Goes through the whole pane with Tab.
   * @returns what was not reached, and what did not look different while it had the focus
   */
  async walk(): Promise<{ unmet: string[]; faint: string[]; left: boolean }> {
    await this.pane.evaluate(beginWalk, controls);
    await this.enter();
    let left = false;
    for (let count = 0; count < most && !left; count++) {
      left = !(await this.pane.evaluate(takeStep));
      await this.key("Tab");
    }
    return this.pane.evaluate((isOut) => {
      const { wanted, seen, faint } = window.walk;
      const named = (element: Element): string =>
        (
          element.getAttribute("aria-label") ||
          element.textContent ||
          element.id ||
          element.outerHTML.slice(0, 80)
        ).trim();
      return {
        unmet: wanted.filter((one) => one.isConnected && !seen.has(one)).map(named),
        faint: [...faint],
        left: isOut,
      };
    }, left);
  }
}
