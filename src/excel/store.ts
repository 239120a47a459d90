import type { Corrections } from "../plan/corrections";
import type { Plan } from "../plan/model";
import { checksum } from "./checksum";
import { inExcel } from "./session";

/**
 * The plan last synced, carried inside the workbook in a custom XML part, so that the file mailed to a colleague opens
 * there with everything. Custom XML is outside undo and was reported lost on Mac (office-js issue 6091): what was
 * written is read back, and a missing or damaged part is reported as such, never taken as "no plan".
 *
 * The part is `<store xmlns="…" version="1" checksum="…">JSON</store>`. The JSON has every `<`, `>` and `&` written as
 * a `\u` escape, so that no XML writer on the way has a reason to change a character of it.
 */
export const storeNamespace = "urn:responsibility-matrix:store";
export const storeVersion = 1;

/** The text that a plan was read from, and what the user settled about it. */
export interface StoredReading {
  source: string;
  /** Of the file. */
  name: string;
  corrections: Corrections;
}

/** What the part holds. */
export interface Stored {
  plan: Plan;
  /** Absent where the plan did not come from the pane. */
  reading?: StoredReading;
}

export type StoreReading =
  | { kind: "absent" }
  | { kind: "damaged"; reason: string }
  | { kind: "read"; stored: Stored };

const xmlSafe = (json: string): string =>
  json.replace(/[<>&\uFFFE\uFFFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The part's XML for `stored`. */
export function formatStore(stored: Stored): string {
  const json = xmlSafe(JSON.stringify(stored));
  return `<store xmlns="${storeNamespace}" version="${storeVersion}" checksum="${checksum(json)}">${json}</store>`;
}

/** Reads a part's XML; tolerant of an XML declaration, a namespace prefix and other quotes that a writer may add. */
export function parseStore(xml: string): StoreReading {
  const open = /<(?:[\w.-]+:)?store\b([^>]*)>/.exec(xml);
  const end = xml.lastIndexOf("</");
  if (!open || end < open.index) return { kind: "damaged", reason: "not a store" };
  const attribute = (name: string): string | undefined =>
    new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(open[1] ?? "")?.[1];
  const version = Number(attribute("version"));
  if (!(version >= 1)) return { kind: "damaged", reason: "no version" };
  if (version > storeVersion) return { kind: "damaged", reason: `version ${version} is newer than ${storeVersion}` };
  const json = xml.slice(open.index + open[0].length, end);
  if (attribute("checksum") !== checksum(json)) return { kind: "damaged", reason: "checksum" };
  try {
    return { kind: "read", stored: JSON.parse(json) as Stored };
  } catch {
    return { kind: "damaged", reason: "not JSON" };
  }
}

/** What several parts say together: the last that is whole counts. */
export function latestOf(xmls: readonly string[]): StoreReading {
  const readings = xmls.map(parseStore);
  return readings.filter(({ kind }) => kind === "read").pop() ?? readings[0] ?? { kind: "absent" };
}

/** Queues reading the ids of our parts. */
export function queueStoreIds(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(storeNamespace);
  parts.load("items/id");
  return parts;
}

/**
 * Queues writing `xml` as the one part of our namespace, and reading it back.
 * `existing` are the parts that a read before found; the first is overwritten, others (a copied sheet brings them
 * along) are removed.
 * @returns the text as the workbook holds it, filled in after the round trip
 */
export function queueStoreWrite(
  context: Excel.RequestContext,
  existing: readonly Excel.CustomXmlPart[],
  xml: string,
): OfficeExtension.ClientResult<string> {
  const [first, ...surplus] = existing;
  for (const part of surplus) part.delete();
  if (first) first.setXml(xml);
  const part = first ?? context.workbook.customXmlParts.add(xml);
  return part.getXml();
}

/** The plan kept in the open workbook; undefined where there is none or it can no longer be read. */
export async function loadPlan(): Promise<Plan | undefined> {
  const reading = await readStore();
  return reading.kind === "read" ? reading.stored.plan : undefined;
}

/** The text that the workbook's plan was read from, with its corrections; undefined where it carries none. */
export async function readReading(): Promise<StoredReading | undefined> {
  const found = await readStore();
  return found.kind === "read" ? found.stored.reading : undefined;
}

/** What our custom XML part says; of several, the last that is whole. */
export function readStore(): Promise<StoreReading> {
  return inExcel(async (context) => {
    const parts = queueStoreIds(context);
    await context.sync();
    const texts = parts.items.map((part) => part.getXml());
    if (texts.length > 0) await context.sync();
    return latestOf(texts.map((text) => text.value));
  });
}
