import type { OpenPlanAnswer } from "../../documents/open-plan";
import type { PlanFileError, PlanText } from "../../documents/plan-files";
import type { SheetPart } from "../../excel/source-sheet";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { failureText, t } from "../../locale";
import { byReadNames } from "../../plan/by-hand/rename-units";
import { noCorrections, type Corrections } from "../../plan/corrections";
import type { Sentence } from "../../plan/sentence";
import { inBackground } from "../background";
import { isUnclear, type Book, type Choice } from "./choice";
import { saveCorrections, savedCorrections } from "./saved-corrections";
import type { ReadText } from "./read-text";
import type { StoredText } from "./corrections-for";

/** The text that is open in the pane, with the user's corrections. */
export interface OpenText {
  source: string;
  /** The file's name, or a name in its place (粘贴的文字). */
  name: string;
  /** ISO 8601 date and time of the file's last save; absent if the text came from no file. */
  saved?: string;
  /** What the file's reader left out or joined. */
  notes: readonly Sentence[];
  /** Only for a file with several sheets. */
  book?: Book;
  corrections: Corrections;
}

/** A text that is being opened. */
type NewText = Omit<OpenText, "corrections">;

/** The text read from a file or a sheet. */
type FoundText = Pick<PlanText, "text" | "notes"> & Pick<OpenText, "book">;

/** The state that the pane's pages show. */
export interface OpenPlanState {
  /** The latest text that has been read; absent while nothing is open or the first text is still being read. */
  shown: (OpenText & ReadText) | undefined;
  /** A newer text is being read; `shown` is still the one before. */
  isReading: boolean;
  /** The workbook is still being asked whether it carries a plan. */
  isLooking: boolean;
  /** Why the workbook's plan could not be read. */
  failure: ExcelFailure | undefined;
  /**
   * The opening under way: `busy` names the text being read, `refusal` says why it failed, `choice` asks which part
   * is meant.
   */
  opening: { busy?: string; refusal?: string; choice?: Choice };
  /** The user has said that this is a revision of the workbook's plan, however different it looks. */
  isRevision: boolean;
  /** The user opened or corrected it here, and the workbook does not carry it yet. */
  isOwn: boolean;
}

interface ActiveText {
  text: OpenText;
  isOwn: boolean;
}

/**
 * The open plan: the one that the workbook carries until the user opens another; or none. It outlives the pages that
 * show it, and the ribbon's buttons ask it too.
 */
export class OpenPlanStore {
  private state: OpenPlanState = {
    shown: undefined,
    isReading: false,
    isLooking: true,
    failure: undefined,
    opening: {},
    isRevision: false,
    isOwn: false,
  };
  /** The open text; it may not have been read yet. */
  private active: ActiveText | undefined;
  /** The text that was read last, to return to if reading the next one fails. */
  private lastRead: ActiveText | undefined;
  /** The text that the workbook carries. */
  private carried: StoredText | undefined;
  /** The work under way on the text; settles when it ends, successfully or not. */
  private work: Promise<unknown> = Promise.resolve();
  /** Numbers the openings; results of any but the latest are dropped. */
  private latest = 0;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): OpenPlanState => this.state;

  private change(to: Partial<OpenPlanState>): void {
    this.state = { ...this.state, ...to };
    for (const listener of this.listeners) listener();
  }

  /** Reads the workbook's plan. A plan that the user opens meanwhile takes precedence. */
  readonly look = async (): Promise<void> => {
    const number = this.latest;
    this.change({ isLooking: true, failure: undefined });
    try {
      const stored = await (await import("../../excel/store")).readPlanSource();
      this.carried = stored;
      if (stored && number === this.latest) this.begin({ text: { ...stored, notes: [] }, isOwn: false });
    } catch (error) {
      this.change({ failure: asFailure(error) });
    } finally {
      this.change({ isLooking: false });
    }
  };

  /** Returns to the plan that the workbook carries. */
  readonly toWorkbooks = (): Promise<void> => {
    this.latest++;
    this.change({ opening: {} });
    return this.look();
  };

  /**
   * Opens a text with the corrections stored for it on this machine, or else with those of the text that it revises.
   */
  private readonly open = (next: NewText): void => {
    const number = ++this.latest;
    this.change({ opening: {} });
    const own = savedCorrections(next.source);
    const before = own
      ? []
      : [this.active?.text, this.carried]
          .filter((one) => one !== undefined)
          .filter(({ source }) => source !== next.source)
          .map(({ source, corrections }) => ({ source, corrections }));
    this.work = inBackground("correctionsFor", next.source, own, before).then(
      ({ corrections, notes }) => {
        if (number === this.latest)
          this.begin({ text: { ...next, notes: [...next.notes, ...notes], corrections }, isOwn: true });
      },
      (error: unknown) => {
        if (number === this.latest) this.refuse(next.name, error);
      },
    );
  };

  /**
   * Opens a file. If it cannot be read, nothing changes and `refusal` says why. If several of its sheets look like a
   * plan's table, the user is asked which to read.
   */
  readonly openFile = (file: File): void => {
    const from = { name: file.name, saved: new Date(file.lastModified).toISOString() };
    this.turnIntoText(
      from,
      async () => {
        const {
          readPlanFile,
          MAX_FILE_BYTES: LARGEST_FILE,
          PlanFileError: TooLarge,
        } = await import("../../documents/plan-files");
        // Refused before it is read into memory.
        if (file.size > LARGEST_FILE) throw new TooLarge("tooLarge");
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { sheets = [], ...read } = await readPlanFile(file.name, bytes);
        return { ...read, ...(sheets.length > 1 ? { book: { bytes, sheets } } : {}) };
      },
      ({ book }) => (book && isUnclear(book.sheets) ? { of: "sheets", ...from, book } : undefined),
    );
  };

  /** Reads the sheets of a file that the user has chosen. */
  readonly openSheets = (
    { name, saved, book: { bytes } }: Extract<Choice, { of: "sheets" }>,
    chosen: readonly string[],
  ): void =>
    this.turnIntoText({ name, ...(saved === undefined ? {} : { saved }) }, async () => {
      const { sheets = [], ...read } = await (
        await import("../../documents/plan-files")
      ).readPlanFile(name, bytes, { sheets: chosen });
      return { ...read, book: { bytes, sheets } };
    });

  /** Asks again which sheets of the open file are meant. */
  readonly askSheets = (): void => {
    const { name, saved, book } = this.state.shown ?? {};
    if (name === undefined || !book) return;
    this.latest++;
    this.change({ opening: { choice: { of: "sheets", name, ...(saved === undefined ? {} : { saved }), book } } });
  };

  readonly leaveChoice = (): void => this.change({ opening: {} });

  /** 从表格读入: reads the active sheet. If a range is selected, the user is asked which of the two to read. */
  readonly openTable = (): void => {
    const number = ++this.latest;
    this.change({ opening: { busy: t("当前工作表") } });
    this.work = import("../../excel/source-sheet")
      .then(({ offerSource }) => offerSource())
      .then(
        ({ sheet, selection }) => {
          if (number !== this.latest) return;
          if (sheet && selection) this.change({ opening: { choice: { of: "parts", parts: [selection, sheet] } } });
          else this.openPart((selection ?? sheet)!);
        },
        // The error already names the sheet.
        (error: unknown) => {
          if (number === this.latest) this.change({ opening: { refusal: refusalOf(error) } });
        },
      );
  };

  /**
   * Reads a part of the open workbook. Without a table header and without a single task it is no plan: then the plan
   * that was open stays.
   */
  readonly openPart = (part: SheetPart): void => {
    const { kind, sheet, address } = part;
    this.turnIntoText(
      {
        name:
          kind === "sheet"
            ? t("工作表“{{sheet}}”", { sheet })
            : t("工作表“{{sheet}}”的 {{address}}", { sheet, address }),
      },
      async () => {
        const [{ readSource }, { readOpenSheet }] = await Promise.all([
          import("../../excel/source-sheet"),
          import("../../documents/plan-files/open-sheet"),
        ]);
        const read = readOpenSheet(await readSource(part));
        if (!read.looksLikePlan && (await inBackground("readText", read.text, noCorrections)).plan.tasks.length === 0)
          throw new (await import("../../documents/plan-files")).PlanFileError("noTableHeader");
        return read;
      },
    );
  };

  readonly openPasted = (text: string): void =>
    this.turnIntoText({ name: t("粘贴的文字") }, async () =>
      (await import("../../documents/plan-files")).readPastedText(text),
    );

  /** Opens the bundled plan. It is only ever opened on request. */
  readonly openExample = (): void =>
    this.turnIntoText({ name: t("示例方案") }, async () => ({
      text: (await import("../../documents/bundled-text")).bundledText,
      kind: "txt",
      notes: [],
    }));

  /** @param question asks the user something before the text is opened; undefined: nothing to ask */
  private turnIntoText(
    from: Pick<NewText, "name" | "saved">,
    work: () => Promise<FoundText>,
    question: (found: FoundText) => Choice | undefined = () => undefined,
  ): void {
    const { name } = from;
    const number = ++this.latest;
    this.change({ opening: { busy: name } });
    this.work = work().then(
      (found) => {
        if (number !== this.latest) return;
        const { text, notes, book } = found;
        const choice = question(found);
        if (choice) this.change({ opening: { choice } });
        else this.open({ source: text, ...from, notes, ...(book ? { book } : {}) });
      },
      (error: unknown) => {
        if (number === this.latest) this.refuse(name, error);
      },
    );
  }

  private refuse(name: string, error: unknown): void {
    this.change({ opening: { refusal: t("{{name}}：{{text}}", { name, text: refusalOf(error) }) } });
  }

  readonly correct = (change: (before: Corrections) => Corrections): void => {
    if (!this.active) return;
    const { text } = this.active;
    const corrections = byReadNames(change(text.corrections));
    saveCorrections(text.source, corrections);
    this.latest++;
    this.begin({ text: { ...text, corrections }, isOwn: true });
  };

  readonly takeAsRevision = (): void => this.change({ isRevision: true });

  /** Records whether the workbook carries the open text; after an undo it no longer does. */
  readonly noteCarried = (isCarried: boolean): void => {
    if (this.active) this.note(this.active, isCarried);
  };

  private note(held: ActiveText, isCarried: boolean): void {
    held.isOwn = !isCarried;
    if (this.active === held) this.change({ isOwn: held.isOwn });
  }

  private begin(next: ActiveText): void {
    const { text } = next;
    if (text.source !== this.active?.text.source) this.change({ isRevision: false });
    this.active = next;
    this.change({ isReading: true, isOwn: next.isOwn });
    this.work = inBackground("readText", text.source, text.corrections).then(
      (read) => {
        if (this.active !== next) return;
        this.lastRead = next;
        this.change({ shown: { ...text, ...read }, isReading: false, failure: undefined });
      },
      (error: unknown) => {
        if (this.active !== next) return;
        this.active = this.lastRead;
        this.change({
          isReading: false,
          isOwn: this.lastRead?.isOwn ?? false,
          ...(next.isOwn ? {} : { failure: asFailure(error) }),
        });
        if (next.isOwn) this.refuse(text.name, error);
      },
    );
  }

  /** For the ribbon's buttons: the plan that the user has opened, once it has been read. */
  readonly answer = async (): Promise<OpenPlanAnswer> => {
    const { opening } = this.state;
    for (let work: Promise<unknown> | undefined; work !== this.work;) {
      work = this.work;
      await work;
    }
    const { active } = this;
    const { shown, isRevision, opening: after } = this.state;
    // The user meant the text that was still being read when they pressed the button.
    if (after.choice || (after !== opening && after.refusal !== undefined)) return "unreadable";
    if (!active?.isOwn || !shown) return "nothing";
    const { plan } = shown;
    return { plan, origin: carriedOf(shown), isRevision, noteCarried: () => this.note(active, true) };
  };
}

/** The part of the open text that is stored in the workbook. */
export const carriedOf = ({ source, name, saved, corrections }: OpenText): Omit<OpenText, "notes" | "book"> => ({
  source,
  name,
  ...(saved === undefined ? {} : { saved }),
  corrections,
});

function refusalOf(error: unknown): string {
  const { code, userMessage } = error as Partial<PlanFileError>;
  return code && userMessage ? failureText({ code, userMessage }) : t("文件没有读成。未作任何改动。请再试一次。");
}
