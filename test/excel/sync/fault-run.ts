import { matrixSheetName } from "../../../src/matrix/sheet-name";
import { previewSync, undoSync } from "../../../src/excel/sync";
import { logSheetName, removedSheetName } from "../../../src/excel/sheet-names";
import { parseStore } from "../../../src/excel/store";
import type { Fault } from "../../../src/host/log";
import type { Host } from "../../../src/host/node";
import type { CellValue } from "../../../src/matrix/sheet";
import { everything, layoutOf, readSheet } from "../workbook";
import { scenarios, type Scenario } from "./scenarios";
import { now, syncAs, use, used, usedEarlier } from "./workbooks";

/** Cells, side sheets, rules and what is stored, without times. */
async function stateOf(host: Host): Promise<unknown> {
  const matrix = host.book.allSheets
    .map((sheet) => host.book.sheetName(sheet))
    .find((name) => name.startsWith(matrixSheetName))!;
  const side = async (name: string): Promise<CellValue[][]> =>
    ((await readSheet(host, name))?.values ?? []).map((row) =>
      row
        .filter((cell) => cell !== "")
        .map((cell) => (typeof cell === "string" ? cell.replace(/\d{4}-\d\d-\d\d [\d:]{8}/g, "时间") : cell)),
    );
  const { sheets, tables, names, formats, validations } = layoutOf(host) as Record<string, unknown>;
  const [wholes, journals] = ["store", "journal"].map((kind) =>
    host.book.xmlParts.map(({ xml }) => xml).filter((xml) => xml.includes(`:${kind}"`)),
  );
  const store = parseStore(wholes!, journals);
  const stored =
    store.kind === "read"
      ? {
          lines: store.lines,
          pending: store.journal.pending,
          history: store.journal.history.map(({ changes, undo }) => [changes, undo]),
        }
      : store;
  const { formulas } = (await readSheet(host, matrix))!;
  return {
    cells: formulas,
    removed: await side(removedSheetName),
    log: await side(logSheetName),
    sheets,
    tables,
    names,
    formats,
    validations,
    stored,
    parts: host.book.xmlParts.length,
  };
}

/** A workbook with people's work in it, and one press of a button. */
export interface Press {
  host: Host;
  typed: CellValue[];
  /** Resolves with the error that the user is shown. */
  press: () => Promise<unknown>;
}

const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/**
 * The 同步 button: the changes that are shown are the ones that are pressed. The log is reset in between, so that request
 * 0 is the sync's first.
 */
async function syncPress({ incoming, before, isChosen }: Scenario, begin = used): Promise<Press> {
  const { host, typed } = await begin();
  await before?.(host);
  const press = async (): Promise<unknown> => {
    use(host);
    const preview = (await previewSync(incoming))!;
    host.book.log.reset();
    return caught(syncAs(incoming, preview, isChosen));
  };
  return { host, typed, press };
}

/** The 撤销 button after a sync. */
async function undoPress({ incoming, before, isChosen }: Scenario, begin = used): Promise<Press> {
  const { host, typed } = await begin();
  await before?.(host);
  await syncAs(incoming, (await previewSync(incoming))!, isChosen);
  const press = async (): Promise<unknown> => {
    use(host);
    const { history, unfinished } = (await previewSync(incoming))!;
    host.book.log.reset();
    return history.length === 0 && !unfinished ? undefined : caught(undoSync(history[0]!.id, now()));
  };
  return { host, typed, press };
}

const kinds: Record<string, (actions: number) => Fault> = {
  refused: () => ({ kind: "refused", code: "GeneralException" }),
  timedOut: () => ({ kind: "timedOut", code: "Timeout" }),
  partlyApplied: (actions) => ({ kind: "partlyApplied", code: "RequestAborted", actions }),
};

/** The outcome of one fault. */
export interface Outcome {
  fault: [kind: string, request: number, actions: number];
  /** What the user was told; undefined where the fault had no effect. */
  error: unknown;
  /** Typed values that were nowhere in the workbook after the fault. */
  lost: CellValue[];
  /** The error of the next press, if any. */
  again: unknown;
  /** The workbook after the next press. */
  state: unknown;
}

async function outcomeOf(make: () => Promise<Press>, fault: Outcome["fault"]): Promise<Outcome> {
  const { host, typed, press } = await make();
  const [kind, request, actions] = fault;
  try {
    const reset = host.book.log.reset.bind(host.book.log);
    // The fault is planned for the press itself, not for reading the list before it.
    host.book.log.reset = () => {
      reset();
      host.book.faults.failRequest(request, kinds[kind]!(actions));
      host.book.log.reset = reset;
    };
    const error = await press();
    host.book.faults.clear();
    const there = await everything(host);
    const lost = typed.filter((value) => !there.has(value));
    return { fault, error, lost, again: await press(), state: await stateOf(host) };
  } finally {
    host.dispose();
  }
}

export interface Calm {
  requests: number;
  state: unknown;
}

export async function undisturbed(make: () => Promise<Press>): Promise<Calm> {
  const { host, press } = await make();
  const error = await press();
  if (error) throw error instanceof Error ? error : new Error(String(error));
  const requests = host.book.log.syncs;
  const state = await stateOf(host);
  host.dispose();
  return { requests, state };
}

/** Where the last request, which writes, breaks off: at other places in each scenario. */
const cuts = (index: number, count: number): number[] =>
  [1, 7, 16, 30, 52, 95].slice(0, count).map((cut, at) => cut + ((index * 7 + at * 3) % (cut > 10 ? 13 : 6)));

/** Every request of a press fails in turn: refused, carried out but reported as timed out, or broken off. */
export async function* faultsOf(
  make: () => Promise<Press>,
  { requests }: Calm,
  index: number,
  cutCount = 6,
): AsyncGenerator<Outcome> {
  for (let request = 0; request < requests; request++) {
    for (const kind of ["refused", "timedOut"]) yield await outcomeOf(make, [kind, request, 0]);
    for (const cut of request === requests - 1 ? cuts(index, cutCount) : [2 + (index % 3)])
      yield await outcomeOf(make, ["partlyApplied", request, cut]);
  }
}

/** A press with its name. */
export interface NamedPress {
  name: string;
  make: () => Promise<Press>;
}

/** All button presses that are tried. */
export const presses: NamedPress[] = [
  ...scenarios.map((scenario) => ({ name: `syncing where ${scenario.name}`, make: () => syncPress(scenario) })),
  ...scenarios
    .filter(({ name }) =>
      [
        "nearly everything changes",
        "two units become one",
        "two units become one while a row is kept that one of them answers for",
      ].includes(name),
    )
    .map((scenario) => ({ name: `undoing where ${scenario.name}`, make: () => undoPress(scenario) })),
];

/** The same in a workbook of the earlier layout. */
export const pressesOnEarlier: NamedPress[] = [
  ...scenarios.map((scenario) => ({
    name: `syncing where ${scenario.name}`,
    make: () => syncPress(scenario, usedEarlier),
  })),
  ...scenarios.map((scenario) => ({
    name: `undoing where ${scenario.name}`,
    make: () => undoPress(scenario, usedEarlier),
  })),
];
