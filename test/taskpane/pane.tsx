import { complaints } from "./dom";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { openHost, type Host } from "../../src/host/node";
import { t } from "../../src/locale";
import { App } from "../../src/taskpane/app";
import type { PageKey, PartKey } from "../../src/taskpane/navigation";

// When it is loaded, Fluent's Field, which the pane does not use, asks for an icon that this version of the icons
// lacks.
complaints.length = 0;

/** The longest time that a piece of work with the embedded host may take, in ms. */
const patience = 30_000;

/** The pane over an embedded workbook of its own, used as a person uses it. */
export class Pane {
  readonly host: Host = openHost();
  readonly element = document.createElement("div");
  private readonly root: Root;

  constructor() {
    Object.assign(globalThis, { Excel: this.host.Excel, Office: this.host.Office });
    document.body.append(this.element);
    this.root = createRoot(this.element);
  }

  async show(page: ReactNode): Promise<void> {
    await act(async () => this.root.render(<FluentProvider theme={webLightTheme}>{page}</FluentProvider>));
  }

  get text(): string {
    return this.element.textContent ?? "";
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(selector)];
  }

  /** The button or section heading with this label. */
  button(label: string | RegExp): HTMLElement | undefined {
    return this.all("button").find(({ textContent }) =>
      typeof label === "string" ? textContent === label : label.test(textContent ?? ""),
    );
  }

  async click(target: string | RegExp | HTMLElement): Promise<void> {
    const element = target instanceof HTMLElement ? target : this.button(target);
    if (!element) throw new Error(`no button ${String(target)} in: ${this.text}`);
    await act(async () => void element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  }

  /**
   * Opens the whole pane at its start page, with no plan but the one that the workbook carries, for a user who has used
   * it before.
   */
  async openEmpty(): Promise<void> {
    localStorage.setItem("first-run", "seen");
    await this.show(<App />);
    await this.until(() => this.all("ol > li").length > 0);
  }

  /** The same, with the example open. */
  async open(): Promise<void> {
    await this.openEmpty();
    await this.toPage("plan");
    await this.click(await this.until(() => this.button(t("用示例方案"))));
    await this.until(() => this.all("h1").some(({ textContent }) => textContent?.startsWith("达拉特旗")));
    await this.toPage("home");
    await this.until(() => this.all("ol > li").length > 0);
  }

  /** Opens a page, and one of its parts, and waits until its code is loaded. */
  async toPage(page: PageKey, part?: PartKey): Promise<void> {
    await this.click(this.element.querySelector<HTMLElement>(`#tab-${page}`)!);
    if (part)
      await this.click(await this.until(() => this.element.querySelector<HTMLElement>(`#part-${part}`) ?? undefined));
    await this.until(() => !this.text.includes("正在打开…"));
  }

  /** Puts a text into the field for a plan's text, and reads it. */
  async paste(text: string): Promise<void> {
    const field = this.element.querySelector("textarea")!;
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")!.set!.call(field, text);
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
    });
    await this.click(t("读取粘贴的文字"));
  }

  /** Ids of the selected tabs: the page's, and its part's. */
  get place(): string[] {
    return this.all("[role=tab][aria-selected=true]").map(({ id }) => id);
  }

  /** Lets the page and the workbook work until `wanted` returns something. */
  async until<T>(wanted: () => T | undefined | false): Promise<T> {
    const end = Date.now() + patience;
    do {
      const found = wanted();
      if (found) return found;
      await act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
    } while (Date.now() < end);
    throw new Error(`waited in vain for ${String(wanted)}; shown: ${this.text}`);
  }

  /** Waits for a text to be shown. */
  async shown(text: string): Promise<void> {
    await this.until(() => this.text.includes(text));
  }

  async close(): Promise<void> {
    await act(async () => this.root.unmount());
    this.element.remove();
    this.host.dispose();
    expect(complaints.splice(0)).toEqual([]);
  }
}
