import { asFailure, type ExcelFailure } from "../../src/excel/failure";
import { provideOpenPlan } from "../../src/documents/open-plan";
import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import type { Plan as ReadPlan } from "../../src/plan/model";
import { columnLetters } from "../../src/matrix/address";
import { OpenPlanStore, type OpenPlanState } from "../../src/taskpane/open-plan/open-plan-store";
import type { CellValue } from "../../src/matrix/sheet";

/**
 * What the clerk works with: the workbook, the pane beside it, and a clock. Everything below React is the product's own
 * code.
 */
export class Office {
  host: Host;
  pane = new OpenPlanStore();
  private closePane: () => void = () => undefined;
  private clock = Date.UTC(2026, 0, 5, 1);
  /** Formulas show what they should. */
  isCalculated = false;
  /** What the browser stores for the pane on this machine. */
  readonly storage = new Map<string, string>();

  private constructor(host: Host) {
    this.host = host;
  }

  static open(): Office {
    const office = new Office(openHost());
    office.use();
    office.openPane();
    return office;
  }

  private use(): void {
    this.host.book.grid.isManual = true;
    const { storage } = this;
    const localStorage = {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => void storage.set(key, value),
    };
    // What a browser has and Node lacks: the product expects these as globals.
    for (const [name, value] of Object.entries({ Excel: this.host.Excel, Office: this.host.Office, localStorage }))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }

  /** A minute later. */
  now(): Date {
    return new Date((this.clock += 60_000));
  }

  openPane(): void {
    this.pane = new OpenPlanStore();
    this.closePane = provideOpenPlan(this.pane.answer);
  }

  /** Closes and opens the pane: it then knows only what the workbook and this machine have stored. */
  async reopenPane(): Promise<void> {
    this.closePane();
    this.openPane();
    await this.pane.look();
    await this.read();
  }

  /** What the pane shows, once all that was opened is read. */
  async read(): Promise<OpenPlanState> {
    await this.pane.answer();
    return this.pane.current();
  }

  async openPlan(): Promise<ReadPlan> {
    const { shown } = await this.read();
    if (!shown) throw new Error("no plan is open");
    return shown.plan;
  }

  /** Saves the workbook, closes everything and opens the file again. */
  async reopenFile(): Promise<void> {
    await this.calculate();
    const file = await saveXlsx(this.host.book);
    this.host.dispose();
    this.host = await openHost({ file });
    this.use();
    this.isCalculated = true;
    await this.reopenPane();
  }

  async calculate(): Promise<void> {
    if (!this.isCalculated) await this.host.book.grid.recalculate();
    this.isCalculated = true;
  }

  /**
   * Types as a person does.
   * @param isPercent typed with a percent sign: Excel then holds 0.92, and the cell shows 92%
   */
  async type(row: number, column: number, value: CellValue, isPercent = false): Promise<void> {
    await this.host.type(`责任矩阵!${columnLetters(column)}${row + 1}`, value);
    const { book } = this.host;
    const shown = book.grid.style(book.findSheet("责任矩阵")!.id, row, column).n?.pattern ?? "General";
    // Before another number is typed over a percentage, the cell's format is set back: otherwise Excel would take 85
    // for 85%.
    if (isPercent !== shown.includes("%"))
      await this.byHand(
        (sheet) => void (sheet.getCell(row, column).numberFormat = [[isPercent ? "0.##%" : "General"]]),
      );
    this.isCalculated = false;
  }

  /** Changes the sheet as a person does with Excel's own commands. */
  async byHand(work: (sheet: Excel.Worksheet) => void | Promise<void>): Promise<void> {
    await this.host.Excel.run(async (context) => {
      await work(context.workbook.worksheets.getItem("责任矩阵"));
      await context.sync();
    });
    this.isCalculated = false;
  }

  dispose(): void {
    this.closePane();
    this.host.dispose();
  }
}

/** The outcome of a press: a result, or what the user is told. */
export type Outcome<T> = { done: T; failure?: undefined } | { done?: undefined; failure: ExcelFailure };

export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    return { failure: asFailure(error) };
  }
}
