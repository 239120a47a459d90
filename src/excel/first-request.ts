import { codeOf } from "./failure";

/**
 * What may not be there, and how the first request of everything asks for it. Office.js promises that whatever follows
 * `getItemOrNullObject` is a null object too where there is nothing, and one request is enough. It is not said of
 * methods, of filters of tables without buttons, or of answers that grow with the workbook. Where an Excel refuses such
 * a request, it is asked with care from then on: first what there is, then only that, in small pieces.
 */
interface Inventory {
  sheets: ReadonlySet<string>;
  tables: ReadonlySet<string>;
  /** Namespaces of custom XML parts, once for each part. */
  parts: readonly string[];
}

let isCareful = false;
let inventory: Inventory | undefined;

/** The codes by which an Excel may refuse what it does not like in the request as a whole. */
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

/** The first request was refused, and has not been asked with care. */
export class FirstRequestRefused extends Error {
  constructor(cause: unknown) {
    super("the first request was refused", { cause });
    this.name = "FirstRequestRefused";
  }
}

/**
 * Sends a request that reads and is the first of its run. @throws FirstRequestRefused where asking with care may help
 */
export async function firstSync(context: Excel.RequestContext): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    if (!isCareful && refusals.has(codeOf(error))) throw new FirstRequestRefused(error);
    throw error;
  }
}

/** Runs `work`, and where its first request is refused once more with care; nothing has been written by then. */
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
      // Care did not help: it was something else.
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

/** Stands for what is known not to be there: whatever is asked of it is not there either. */
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

/** The only part of a namespace; none, or several, are no such part. */
export const onlyPart = (scoped: Excel.CustomXmlPartScopedCollection, namespace: string): Excel.CustomXmlPart =>
  inventory && inventory.parts.filter((one) => one === namespace).length !== 1
    ? (nothing as Excel.CustomXmlPart)
    : scoped.getOnlyItemOrNullObject();
