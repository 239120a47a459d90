import type { Plan } from "../../plan/model";
import { runToEnd, type Pausable } from "../../plan/pausable";
import { runWithPauses } from "../pause";
import { inExcel } from "../session";
import { firstSync, onlyPart } from "../first-request";
import { checksum } from "./checksum";
import { applyHunks, type Hunk } from "./delta";
import { ExcelFailure } from "../failure";
import {
  emptyJournal,
  formattingJournal,
  journalNamespace,
  largestPart,
  parsingJournal,
  type Journal,
} from "./journal";
import { linesOf, planLines, storedOf, type Stored, type PlanSource } from "./lines";
import { formattingPart, isSamePart, parsingPart } from "./part";

export { applyHunks, hunksBetween, inverseOf, type Hunk } from "./delta";
export { linesOf, storedOf, type Stored, type PlanSource } from "./lines";

/**
 * The plan last synced, stored in the workbook as custom XML parts, so that a file mailed to a colleague has
 * everything. Custom XML is outside Excel's undo and was reported lost on Mac (office-js issue 6091). So what was
 * written is read back, and a damaged part is reported as damaged, never as "no plan". Two parts: the whole (`store`),
 * and the changes since it was written (`journal`).
 */
export const storeNamespace = "urn:responsibility-matrix:store";

export interface ReadStore {
  kind: "read";
  stored: Stored;
  /** `stored` as lines, with the journal's changes applied. */
  lines: string[];
  journal: Journal;
  /** The journal cannot be read: earlier syncs cannot be undone. */
  journalDamaged: boolean;
}

export type FoundStore = { kind: "absent" } | { kind: "damaged"; reason: string } | ReadStore;

const sumOf = (lines: readonly string[]): string => checksum(lines.join("\n"));

/** Checksum of the lines that a sync changes and its undoing restores. */
export const planSumOf = (lines: readonly string[]): string => sumOf(planLines(lines));

/** The XML of the part that holds all of `stored`. */
export const formatStore = (stored: Stored): string => runToEnd(formattingLines(linesOf(stored)));

/** The same without blocking the pane. */
export const storeXml = (stored: Stored): Promise<string> => runWithPauses(formattingLines(linesOf(stored)));

const formattingLines = (lines: readonly string[]): Pausable<string> =>
  formattingPart("store", storeNamespace, lines.join("\n"));

interface Whole {
  lines: string[];
  stored: Stored;
}

function* parsingWhole(xml: string): Pausable<Whole | string> {
  const part = yield* parsingPart("store", xml);
  if (typeof part === "string") return part;
  yield;
  try {
    // Version 1 was one JSON text.
    const lines = part.version === 1 ? linesOf(JSON.parse(part.text) as Stored) : part.text.split("\n");
    return { lines, stored: storedOf(lines) };
  } catch {
    return "not a plan";
  }
}

/** Parses whole and journal together; of several wholes, the last sound one counts. */
export const parseStore = (wholes: readonly string[], journals: readonly string[] = []): FoundStore =>
  runToEnd(parsingStore(wholes, journals));

function* parsingStore(wholes: readonly string[], journals: readonly string[]): Pausable<FoundStore> {
  const read: (Whole | string)[] = [];
  for (const xml of wholes) read.push(yield* parsingWhole(xml));
  const whole = read.filter((one) => typeof one !== "string").pop();
  if (!whole) {
    const reason = read.find((one) => typeof one === "string");
    return reason === undefined ? { kind: "absent" } : { kind: "damaged", reason };
  }
  yield;
  const of = sumOf(whole.lines);
  const known: Journal[] = [];
  for (const xml of journals) {
    const journal = yield* parsingJournal(xml);
    if (journal) known.push(journal);
  }
  const journal = known.find((one) => one.of === of);
  const lines = journal ? journal.deltas.reduce(applyHunks, whole.lines) : whole.lines;
  // A journal of another whole was left behind when the whole was replaced; its history can still be shown.
  const kept = journal ?? { ...emptyJournal(of), history: known[0]?.history ?? [] };
  const stored = lines === whole.lines ? whole.stored : storedOf(lines);
  return { kind: "read", stored, lines, journal: kept, journalDamaged: journals.length > 0 && known.length === 0 };
}

/** The parts of one namespace, queued for reading. */
interface QueuedParts {
  scoped: Excel.CustomXmlPartScopedCollection;
  only: Excel.CustomXmlPart;
  xml: OfficeExtension.ClientResult<string>;
  count: OfficeExtension.ClientResult<number>;
  /** The part written by this run. */
  written?: Excel.CustomXmlPart;
}

export interface QueuedStore {
  whole: QueuedParts;
  journal: QueuedParts;
}

/** Queues reading the store: one round trip as long as there is no more than one part of each kind. */
export function queueStoreRead(context: Excel.RequestContext): QueuedStore {
  const parts = (namespace: string): QueuedParts => {
    const scoped = context.workbook.customXmlParts.getByNamespace(namespace);
    const only = onlyPart(scoped, namespace);
    only.load("id");
    return { scoped, only, xml: only.getXml(), count: scoped.getCount() };
  };
  return { whole: parts(storeNamespace), journal: parts(journalNamespace) };
}

/** The store as found, after the round trip. Two more if a copied sheet or a merge has duplicated parts. */
export async function storeFound(context: Excel.RequestContext, { whole, journal }: QueuedStore): Promise<FoundStore> {
  const several = [whole, journal].filter(({ count }) => count.value > 1);
  if (several.length === 0) return runWithPauses(parsingStore(textsOf(whole), textsOf(journal)));
  for (const { scoped } of several) scoped.load("items/id");
  await context.sync();
  const texts = new Map(several.map((parts) => [parts, parts.scoped.items.map((part) => part.getXml())]));
  await context.sync();
  const all = (parts: QueuedParts): string[] => texts.get(parts)?.map(({ value }) => value) ?? textsOf(parts);
  return runWithPauses(parsingStore(all(whole), all(journal)));
}

const textsOf = ({ only, xml }: QueuedParts): string[] => (only.isNullObject ? [] : [xml.value]);

/**
 * Queues replacing the parts that were found by one with this text.
 * @returns the text as read back, available after the round trip
 */
function queuePart(
  context: Excel.RequestContext,
  parts: QueuedParts,
  xml: string,
): OfficeExtension.ClientResult<string> {
  const { only, scoped, count, written } = parts;
  if (!written && count.value > 1) for (const part of scoped.items) part.delete();
  const there = written ?? (count.value === 1 ? only : undefined);
  if (there) there.setXml(xml);
  parts.written = there ?? context.workbook.customXmlParts.add(xml);
  return parts.written.getXml();
}

/** A part of a request that writes, and verifies by reading back. */
export interface StoreWrite {
  bytes: number;
  queue: () => void;
  /** Whether the workbook holds what was written; valid after the round trip. */
  isConfirmed: () => boolean;
}

function write(xml: string, queue: () => OfficeExtension.ClientResult<string>): StoreWrite {
  let back: OfficeExtension.ClientResult<string> | undefined;
  return {
    bytes: xml.length + 400,
    queue: () => void (back = queue()),
    isConfirmed: () => back !== undefined && isSamePart(back.value, xml),
  };
}

/** What reading a store gives that was just written whole. */
export function freshStore(stored: Stored): ReadStore {
  const lines = linesOf(stored);
  return { kind: "read", stored, lines, journal: emptyJournal(sumOf(lines)), journalDamaged: false };
}

/**
 * Writes `stored` whole and empties the journal: earlier syncs can no longer be undone.
 * @throws ExcelFailure `PlanTooLarge`
 */
export async function writeWhole(
  context: Excel.RequestContext,
  found: QueuedStore,
  stored: Stored,
): Promise<StoreWrite[]> {
  const lines = linesOf(stored);
  const xml = await wholeXml(lines);
  const writes = [write(xml, () => queuePart(context, found.whole, xml))];
  return found.journal.count.value > 0
    ? [...writes, await writeJournal(context, found, emptyJournal(sumOf(lines)))]
    : writes;
}

/** Checked before anything is written: a larger part would not be kept. */
async function wholeXml(lines: readonly string[]): Promise<string> {
  const xml = await runWithPauses(formattingLines(lines));
  if (xml.length <= largestPart) return xml;
  throw new ExcelFailure("PlanTooLarge", {}, { detail: `${xml.length} characters of XML` });
}

async function writeJournal(context: Excel.RequestContext, found: QueuedStore, journal: Journal): Promise<StoreWrite> {
  const xml = await runWithPauses(formattingJournal(journal));
  // A pending sync cannot be left out of the journal as older syncs can.
  if (xml.length > largestPart) {
    throw new ExcelFailure("ChangesTooLarge", {}, { detail: `${xml.length} characters of XML` });
  }
  return write(xml, () => queuePart(context, found.journal, xml));
}

/** Whether the workbook holds exactly `stored`, in a single sound store. */
export function isStored(found: FoundStore, { whole }: QueuedStore, stored: Stored): boolean {
  return (
    found.kind === "read" &&
    whole.count.value === 1 &&
    sumOf(found.lines) === sumOf(linesOf(stored)) &&
    !found.journal.pending &&
    !found.journalDamaged
  );
}

/** With more characters of changes, or more changes, the plan is written whole again. */
const mostDelta = 200_000;
const mostDeltas = 40;

/**
 * The writes that add `delta` to the store that was read: the journal alone, or now and then the whole.
 * @throws ExcelFailure `PlanTooLarge`, `ChangesTooLarge`
 */
export async function writeChange(
  context: Excel.RequestContext,
  found: QueuedStore,
  { lines: before, journal }: ReadStore,
  delta: Hunk[],
  next: Pick<Journal, "history" | "pending">,
): Promise<StoreWrite[]> {
  const deltas = delta.length > 0 ? [...journal.deltas, delta] : journal.deltas;
  if (deltas.length <= mostDeltas && JSON.stringify(deltas).length <= mostDelta)
    return [await writeJournal(context, found, { of: journal.of, deltas, ...next })];
  const lines = applyHunks(before, delta);
  const xml = await wholeXml(lines);
  return [
    write(xml, () => queuePart(context, found.whole, xml)),
    await writeJournal(context, found, { of: sumOf(lines), deltas: [], ...next }),
  ];
}

/** The plan stored in the open workbook; undefined if there is none or it cannot be read. */
export async function loadPlan(): Promise<Plan | undefined> {
  const reading = await readStore();
  return reading.kind === "read" ? reading.stored.plan : undefined;
}

/** The text that the workbook's plan was read from, with its corrections; undefined if none is stored. */
export async function readPlanSource(): Promise<PlanSource | undefined> {
  const found = await readStore();
  return found.kind === "read" ? found.stored.reading : undefined;
}

export function readStore(): Promise<FoundStore> {
  return inExcel(async (context) => {
    const queued = queueStoreRead(context);
    await firstSync(context);
    return storeFound(context, queued);
  });
}
