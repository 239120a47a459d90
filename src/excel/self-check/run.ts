import { matrixSheetName, matrixTableName } from "../../matrix/sheet-name";
import type { Sentence } from "../../plan/sentence";
import { asFailure, ExcelFailure } from "../failure";
import { openWorkbook } from "../open-workbook";
import { inExcel } from "../session";
import { storeNamespace } from "../store";
import type { Answer, Check, ScratchSheets, Guided, Seen, State } from "./check";
import { rowsPerCheck, scratchName, scratchNames, scratchNamespace } from "./scratch-names";
import { checks, guided } from "./list";

export interface Line extends Pick<Check, "key" | "name" | "expected"> {
  state: State;
  /** Values as Excel returned them; for a refusal its code and message. */
  seen: string;
}

export interface SelfCheckReport {
  at: Date;
  lines: Line[];
  /** Scratch sheets that could not be deleted. */
  left: string[];
}

/** Asks the user to do or look at something; resolves with the answer. */
export type Ask = (step: Sentence, kind: Guided["kind"]) => Promise<Answer>;

export interface SelfCheckCourse {
  ask: Ask;
  onLine: (line: Line) => void;
  /** Bytes of the workbook to open; made by the pane, which has the writer. */
  workbook: () => Promise<Uint8Array>;
  /** Hands a file to the user. */
  download: (name: string, bytes: Uint8Array) => void;
}

interface Beginning {
  sheet: string;
  /** Address of the selection, if Excel has one. */
  selection?: string;
}

/**
 * Runs all checks on two scratch sheets, in a workbook without a matrix. Each check is a run of its own, so that a
 * refusal does not stop the next.
 * @throws ExcelFailure `HasMatrix`, `ScratchTaken`, or Excel's own if the scratch sheets cannot be made; nothing is
 * left behind then
 */
export async function runSelfCheck(course: SelfCheckCourse): Promise<SelfCheckReport> {
  const lines: Line[] = [];
  const told = (line: Line): void => {
    lines.push(line);
    course.onLine(line);
  };
  const before = await beginning();
  let left: string[] = [];
  try {
    await inExcel(async (context) => {
      for (const name of scratchNames) context.workbook.worksheets.add(name);
      await context.sync();
    });
    await inOrder([
      ...checks.map(
        (check, index) => async () =>
          told({
            ...named(check),
            ...(await tried(() => onScratchSheets(index, (scratch) => check.attempt(scratch)))),
          }),
      ),
      ...guided.map(
        (check, index) => async () =>
          told({ ...named(check), ...(await askedOf(check, checks.length + index, course)) }),
      ),
    ]);
  } finally {
    left = await removeScratch(before);
  }
  return { at: new Date(), lines, left };
}

const named = ({
  key,
  name,
  expected,
}: Pick<Check, "key" | "name" | "expected">): Pick<Line, "key" | "name" | "expected"> => ({ key, name, expected });

const inOrder = (steps: readonly (() => Promise<void>)[]): Promise<void> =>
  steps.reduce((before, step) => before.then(step), Promise.resolve());

type Outcome = Pick<Line, "state" | "seen">;

async function tried(work: () => Promise<Seen>): Promise<Outcome> {
  try {
    const { right, seen } = await work();
    return { state: right ? "right" : "other", seen };
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): Outcome {
  const { code, detail } = asFailure(error);
  return { state: "refused", seen: `${code}: ${detail.split("\n")[0]}` };
}

const onScratchSheets = <T>(index: number, work: (scratch: ScratchSheets) => Promise<T>): Promise<T> =>
  inExcel((context) => {
    const [cells, looks] = scratchNames.map((name) => context.workbook.worksheets.getItem(name));
    return work({ context, cells: cells!, looks: looks!, top: index * rowsPerCheck });
  });

async function askedOf(check: Guided, index: number, course: SelfCheckCourse): Promise<Outcome> {
  let listener: ChangeListener | undefined;
  try {
    await onScratchSheets(index, check.prepare);
    const cell = check.heardAt?.(index * rowsPerCheck) ?? `B${index * rowsPerCheck + 2}`;
    if (check.heardAt) listener = await listen(index, cell);
    if (check.offers === "download") course.download("自检.txt", new TextEncoder().encode("责任矩阵 自检\n"));
    if (check.offers === "workbook") await openWorkbook(await course.workbook());
    const answer = await course.ask(check.step(cell), check.kind);
    if (answer === "skip") return { state: "skipped", seen: "" };
    const { look } = check;
    if (!look) return { state: answer === "yes" ? "right" : "other", seen: answer === "yes" ? "seen" : "not seen" };
    const { right, seen } = await onScratchSheets(index, (scratch) => look(scratch, listener?.heard() ?? false));
    return { state: right ? "right" : "other", seen };
  } catch (error) {
    return refused(error);
  } finally {
    await listener?.stop();
  }
}

interface ChangeListener {
  heard: () => boolean;
  stop: () => Promise<void>;
}

/** Listens for change events of a cell. */
async function listen(index: number, cell: string): Promise<ChangeListener> {
  let heard = false;
  const handler = await onScratchSheets(index, async ({ context, cells }) => {
    cells.load("id");
    await context.sync();
    const { id } = cells;
    const registered = context.workbook.worksheets.onChanged.add(async ({ worksheetId, address }) => {
      heard ||= worksheetId === id && address.split(/[!:]/).pop() === cell;
    });
    await context.sync();
    return registered;
  });
  return {
    heard: () => heard,
    stop: async () => {
      handler.remove();
      // Fails if the sheet is gone; then there is nothing to stop.
      await handler.context.sync().catch(() => undefined);
    },
  };
}

/**
 * Records what is active, and refuses to start where it must not run.
 * @throws ExcelFailure `HasMatrix`, `ScratchTaken`
 */
async function beginning(): Promise<Beginning> {
  const before = await inExcel(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load("items/name");
    tables.load("items/name");
    const active = worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    const names = worksheets.items.map(({ name }) => name);
    if (names.includes(matrixSheetName) || tables.items.some(({ name }) => name.startsWith(matrixTableName)))
      throw hasMatrix();
    const taken = scratchNames.filter((name) => names.includes(name));
    if (taken.length > 0) throw scratchTaken(taken.join("、"));
    return { sheet: active.name };
  });
  if (await holdsStore()) throw hasMatrix();
  return { ...before, ...(await selection()) };
}

/** If Excel refuses this, one of the checks will report it. */
const holdsStore = (): Promise<boolean> =>
  inExcel(async (context) => {
    const count = context.workbook.customXmlParts.getByNamespace(storeNamespace).getCount();
    await context.sync();
    return count.value > 0;
  }).catch(() => false);

/** Empty if a picture or several ranges are selected. */
const selection = (): Promise<Pick<Beginning, "selection">> =>
  inExcel(async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load("address");
    await context.sync();
    return { selection: selected.address.split("!").pop()! };
  }).catch(() => ({}));

/**
 * Deletes what the self-check has made, and activates the former sheet. The scratch names were free before, so a sheet
 * with one of them belongs to the self-check, even if Excel reported that making it failed.
 * @returns names of the sheets that could not be deleted
 */
export async function removeScratch(before?: Beginning): Promise<string[]> {
  await inExcel(goBack(before)).catch(() => undefined);
  await inExcel(removeSmall).catch(() => undefined);
  const removed = await inExcel(removeSheets).catch(() => undefined);
  // One more attempt, since the failure may have been temporary.
  return removed ?? inExcel(removeSheets).catch(() => [...scratchNames]);
}

const goBack =
  (before: Beginning | undefined) =>
  async (context: Excel.RequestContext): Promise<void> => {
    if (!before) return;
    const sheet = context.workbook.worksheets.getItem(before.sheet);
    sheet.activate();
    if (before.selection) sheet.getRange(before.selection).select();
    await context.sync();
  };

async function removeSmall(context: Excel.RequestContext): Promise<void> {
  const { names, customXmlParts } = context.workbook;
  names.load("items/name");
  const parts = customXmlParts.getByNamespace(scratchNamespace);
  parts.load("items/id");
  await context.sync();
  for (const item of names.items) if (item.name === scratchName) item.delete();
  for (const part of parts.items) part.delete();
  await context.sync();
}

async function removeSheets(context: Excel.RequestContext): Promise<string[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const ours = worksheets.items.filter(({ name }) => (scratchNames as readonly string[]).includes(name));
  for (const sheet of ours) sheet.delete();
  await context.sync();
  return [];
}

const hasMatrix = (): ExcelFailure => new ExcelFailure("HasMatrix", {});

const scratchTaken = (names: string): ExcelFailure => new ExcelFailure("ScratchTaken", { sheets: names });
