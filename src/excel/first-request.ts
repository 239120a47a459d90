import { codeOf } from "./failure";

/**
 * How the first request of a run asks for objects that may not exist. Office.js promises that everything behind
 * `getItemOrNullObject` is a null object too, so one request is enough. It does not promise that for methods, for
 * filters of tables without buttons, or for answers that grow with the workbook. If an Excel refuses such a request,
 * later runs ask with care: they first list what exists, and then ask only for that, in small answers.
 */
interface Inventory {
  sheets: ReadonlySet<string>;
  tables: ReadonlySet<string>;
  /** Namespaces of the custom XML parts, one entry for each part. */
  parts: readonly string[];
}

let isCareful = false;
let inventory: Inventory | undefined;

/** Codes with which an Excel may refuse the first request as a whole. */
const refusals: ReadonlySet<string> = new Set([
  "ItemNotFound",
  "GeneralException",
  "InvalidArgument",
  "InvalidReference",
  "InvalidObjectPath",
  "UnsupportedOperation",
  "ApiNotFound",
  "NotImplemented",
  "ResponsePayloadSizeLimitExceeded",
]);

/** The first request was refused, and the run did not ask with care yet. */
export class FirstRequestRefused extends Error {
  constructor(cause: unknown) {
    super("the first request was refused", { cause });
    this.name = "FirstRequestRefused";
  }
}

/**
 * Sends the first request of a run, which only reads.
 * @throws FirstRequestRefused if asking with care may help
 */
export async function firstSync(context: Excel.RequestContext): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    if (!isCareful && refusals.has(codeOf(error))) throw new FirstRequestRefused(error);
    throw error;
  }
}

/** Runs `work`; if its first request is refused, runs it once more with care. Nothing was written by then. */
export async function runWithCare<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const once = (): Promise<T> =>
    Excel.run(async (context) => {
      inventory = isCareful ? await takeInventory(context) : undefined;
      return work(context);
    });
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof FirstRequestRefused)) throw error;
    isCareful = true;
    try {
      return await once();
    } catch (again) {
      // Asking with care did not help, so something else is wrong.
      isCareful = false;
      throw again;
    }
  } finally {
    inventory = undefined;
  }
}

async function takeInventory(context: Excel.RequestContext): Promise<Inventory> {
  const { worksheets, tables, customXmlParts } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  customXmlParts.load("items/namespaceUri");
  await context.sync();
  return {
    sheets: new Set(worksheets.items.map(({ name }) => name)),
    tables: new Set(tables.items.map(({ name }) => name)),
    parts: customXmlParts.items.map(({ namespaceUri }) => namespaceUri),
  };
}

/** Whether this run asks with care. */
export const asksWithCare = (): boolean => inventory !== undefined;

/** Stands for an object that is known not to exist: all of its properties and methods give null objects. */
const nothing: unknown = new Proxy(() => undefined, {
  get: (_target, key) => (key === "isNullObject" ? true : key === "then" || key === "value" ? undefined : nothing),
  apply: () => nothing,
});

export const sheetNamed = ({ workbook }: Excel.RequestContext, name: string): Excel.Worksheet =>
  inventory && !inventory.sheets.has(name)
    ? (nothing as Excel.Worksheet)
    : workbook.worksheets.getItemOrNullObject(name);

export const tableNamed = ({ workbook }: Excel.RequestContext, name: string): Excel.Table =>
  inventory && !inventory.tables.has(name) ? (nothing as Excel.Table) : workbook.tables.getItemOrNullObject(name);

/** The only part of a namespace; a null object where there is none, or more than one. */
export const onlyPart = (scoped: Excel.CustomXmlPartScopedCollection, namespace: string): Excel.CustomXmlPart =>
  inventory && inventory.parts.filter((one) => one === namespace).length !== 1
    ? (nothing as Excel.CustomXmlPart)
    : scoped.getOnlyItemOrNullObject();
