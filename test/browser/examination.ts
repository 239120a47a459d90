import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { misfits, primaries } from "./in-page";
import { Keyboard } from "./keyboard";
import { openPreview, type Beginning, type PreviewPage } from "./preview-page";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const long = { timeout: 60_000 };
/**
 * Widths in CSS pixels: 320, the narrowest pane that is promised, which is also what a zoom of 200 % leaves of one
 * twice as wide (the browser divides by the zoom); and 175, what that zoom leaves of the pane as Excel opens it, at
 * 350.
 */
const widths = [320, 175];

/** The pane, used without a mouse, and everything that can be wrong with it at any page. */
export class Examination {
  private constructor(
    readonly preview: PreviewPage,
    readonly pane: Frame,
    readonly keyboard: Keyboard,
  ) {}

  static async open(beginning: Beginning = "example"): Promise<Examination> {
    const preview = await openPreview({ width: 900, height: 800 }, beginning);
    const pane = preview.page.frames().find((frame) => frame.url().includes("web-pane.html"))!;
    // Without animations, so that colours are checked in their final state.
    await preview.page.emulateMedia({ reducedMotion: "reduce" });
    // The page's policy allows only the page's own scripts; this one is added past it, as a debugger does.
    await pane.evaluate(axe);
    return new Examination(preview, pane, new Keyboard(preview.page, pane));
  }

  /** Everything that is wrong with the pane as it is now. */
  async faults(): Promise<string[]> {
    const { page } = this.preview;
    await this.pane.waitForFunction(() => document.querySelector("[role=progressbar]") === null, undefined, long);
    await this.settle();
    // All default rules, and of the two that axe leaves off, the one for sizes.
    const found = await this.complaintsOf("light", { rules: { "target-size": { enabled: true } } });
    found.push(...(await this.pane.evaluate(primaries)).slice(1).map((name) => `a second primary button: ${name}`));
    // Only colours differ. Axe's third rule about colours asks for more than is promised, and is off by default.
    const colours = { runOnly: ["color-contrast", "link-in-text-block"] };
    await this.dress("dark");
    found.push(...(await this.complaintsOf("dark", colours)));
    await this.dress("light");
    await page.emulateMedia({ forcedColors: "active" });
    found.push(...(await this.complaintsOf("contrast theme", colours)));
    await page.emulateMedia({ forcedColors: "none" });
    for (const width of widths) {
      await this.widen(width);
      found.push(...(await this.pane.evaluate(misfits)).map((what) => `${width} px: ${what}`));
    }
    await this.widen(350);
    const { unmet, faint, left } = await this.keyboard.walk();
    found.push(
      ...unmet.map((name) => `not reached by Tab: ${name}`),
      ...faint.map((name) => `focus not seen: ${name}`),
    );
    if (!left) found.push("Tab does not lead out of the pane");
    return found;
  }

  /** Whether the focus is anywhere in the pane. */
  async hasFocus(): Promise<boolean> {
    return (await this.keyboard.focused()) !== "";
  }

  async to(page: string, part?: string): Promise<void> {
    await this.keyboard.press(`tab ${page}`);
    if (!part) return;
    const tab = new RegExp(`^tab ${part}(?: |（|$)`);
    // A page that is being read again, because of what was typed just before, shows its parts a moment later.
    await this.pane.getByRole("tab", { name: new RegExp(`^${part}`) }).waitFor(long);
    await this.keyboard.press(tab).catch(async () => {
      await this.pane.getByRole("tab", { name: new RegExp(`^${part}`) }).waitFor(long);
      await this.keyboard.press(tab);
    });
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.pane.getByText(text).first().waitFor(long);
  }

  /** Puts texts into the sheet's cells under a column's header, in rows that ask for a number. */
  async type(entries: readonly (string | number)[], header: string): Promise<void> {
    await this.preview.page.evaluate(
      ([typed, name]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const head = values.findIndex((line) => line.includes("任务") && line.includes("状态"));
        const column = values[head]!.indexOf(name);
        const rows = values.flatMap((line, row) => (row > head && (line[6] ?? "") !== "" ? [row] : []));
        typed.forEach((entry, index) => sheet.getRange(rows[index]!, column).setValue(entry));
        for (let row = 0; row < head; row++) {
          const at = values[row]!.indexOf("评估年度");
          if (at >= 0) sheet.getRange(row, at + 1).setValue(2025);
        }
      },
      [entries, header] as const,
    );
  }

  async close(): Promise<void> {
    await this.preview.close();
  }

  private async widen(width: number): Promise<void> {
    await this.preview.page.evaluate(
      (to) => void (document.querySelector<HTMLElement>("aside.pane")!.style.width = `${to}px`),
      width,
    );
  }

  private async dress(theme: "light" | "dark"): Promise<void> {
    await this.preview.page.evaluate((name) => history.replaceState(null, "", `?theme=${name}`), theme);
    // The same happens when the user comes back from Excel's options.
    await this.pane.evaluate(() => void window.dispatchEvent(new Event("focus")));
    await this.settle();
  }

  /** Waits for the final colours: a button that was enabled a moment ago is still drawn grey in the present frame. */
  private async settle(): Promise<void> {
    await this.pane.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
          .map(({ finished }) => finished),
      );
    });
  }

  // Left out: the stops that Fluent puts before and after its tabs, which pass the focus on at once.
  private async complaintsOf(look: string, options: object): Promise<string[]> {
    const { violations } = await this.pane.evaluate(
      (how) => window.axe.run({ include: document, exclude: [["[data-tabster-dummy]"]] }, how),
      options,
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${look}: ${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
    );
  }
}
