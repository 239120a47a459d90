import type { CellValue } from "../../src/matrix/sheet";
import { claim } from "./broken";
import type { TrueRow } from "./decisions";
import { keyed } from "./invariants";
import { rowName } from "./keys";
import { shownOf, type KnownRow, type Model, type Report, type Shown } from "./model";
import type { SeenMatrix } from "./seen";
import { cellOf, type Typed } from "./standing";

/**
 * How the sheet is brought in step with a plan: what is proposed is taken, or nothing, or some of it, as the clerk
 * ticks. For `some` the model only knows that each thing is either as it was or as the plan has it. Generating takes
 * what is proposed.
 */
export type Taking = "proposed" | "nothing" | "some" | "generated";

interface Sides {
  held?: KnownRow;
  base?: TrueRow;
  wanted?: TrueRow;
  /** What the unit of a column was called before. */
  former: (name: string) => string[];
}

/**
 * What the matrix must show afterwards, from what it showed before and what the plan says. If several results are
 * possible, the model takes over what the matrix shows, once that is one of them.
 * @param former the names that a unit had before it was renamed, or had others merged into it, since the sheet was
 * brought in step
 */
export function settle(
  model: Model,
  matrix: SeenMatrix,
  taking: Taking,
  former: (name: string) => string[] = (name) => [name],
): Map<string, KnownRow> {
  const found = keyed({ matrix });
  const base = new Map(model.followed.map((row) => [row.key, row]));
  const truth = new Map(model.truth.map((row) => [row.key, row]));
  const settled = new Map<string, KnownRow>();
  for (const key of new Set([...model.rows.keys(), ...truth.keys()])) {
    const [held, wanted] = [model.rows.get(key), truth.get(key)];
    const was = held?.kept ?? base.get(key);
    const sides: Sides = {
      former,
      ...(held ? { held } : {}),
      ...(was ? { base: was } : {}),
      ...(wanted ? { wanted } : {}),
    };
    const cells = found.get(key);
    const may = presence(model, key, sides, taking);
    claim(
      may.includes(cells !== undefined),
      "rows come and go as was decided",
      () => `${rowName(key)} ${cells ? "is still there" : "is not there"}`,
    );
    if (!cells) continue;
    settled.set(key, {
      key,
      shown: shownIn(cells, sides, taking, key),
      marks: marksIn(cells, matrix.units, held && byName(held.marks, model.columns), sides, taking, key),
      typed: typedIn(model, cells, sides, key),
      ...(wanted || !was
        ? {}
        : { kept: { ...was, marks: renamedMarks(was.marks, [...matrix.units.values()], former) } }),
    });
  }
  return settled;
}

function presence(model: Model, key: string, { held, wanted, base }: Sides, taking: Taking): boolean[] {
  if (taking === "some") return held && wanted ? [true] : [true, false];
  if (held && wanted) return [true];
  if (held) return [taking === "nothing" || held.kept !== undefined];
  // Deleted by hand, or left out in an earlier sync: it comes back only if the clerk ticks it.
  if (base && taking === "proposed") return [false];
  if (taking === "generated" && (model.deleted.has(key) || base)) return [true, false];
  return [taking !== "nothing"];
}

function shownIn(
  cells: Readonly<Record<string, CellValue>>,
  { held, base, wanted }: Sides,
  taking: Taking,
  key: string,
): Shown {
  const headers = {
    section: "板块",
    title: "任务",
    indicator: "指标",
    period: "口径",
    target: "目标",
    measure: "计量单位",
    deadline: "完成时限",
    due: "时限日",
  } as const;
  const plan = wanted && shownOf(wanted);
  const was = base && shownOf(base);
  const shown = {} as Shown;
  for (const field of Object.keys(headers) as (keyof typeof headers)[]) {
    const there = String(cells[headers[field]]);
    const may = possible(held?.shown[field], was?.[field], plan?.[field], taking);
    claim(
      may.includes(there),
      "the plan's cells come as was decided",
      () => `${rowName(key)}, ${headers[field]}: ${JSON.stringify(there)} is none of ${JSON.stringify(may)}`,
    );
    shown[field] = there;
  }
  return shown;
}

function possible(
  held: string | undefined,
  was: string | undefined,
  plan: string | undefined,
  taking: Taking,
): string[] {
  if (plan === undefined) return [held!];
  if (held === undefined) return [plan];
  if (taking === "nothing") return [held];
  if (taking === "some") return [held, plan];
  // If it was changed by hand, it stays.
  return [held === was || held === plan ? plan : held];
}

/** Marks by the units' present names. */
const renamedMarks = (
  marks: Readonly<Record<string, string>>,
  names: readonly string[],
  former: (name: string) => string[],
): Record<string, string> =>
  Object.entries(marks).reduce<Record<string, string>>((all, [before, mark]) => {
    const now = names.filter((name) => former(name).includes(before));
    // A unit that was joined to another keeps its own name as long as its column stays.
    const name = now.includes(before) ? before : (now[0] ?? before);
    return { ...all, [name]: strongest([all[name] ?? "", mark]) };
  }, {});

/** Marks by unit name. The header of a column may say another name, if somebody has left a renaming out. */
const byName = (
  marks: Readonly<Record<string, string>>,
  columns: ReadonlyMap<string, string>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(marks).map(([header, mark]) => [columns.get(header) ?? header, mark]));

/** Marks under the present headers of their units, where these have one. */
export function underHeaders(
  marks: Readonly<Record<string, string>>,
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Record<string, string> {
  const headers = new Map([...now].map(([header, name]) => [name, header]));
  return Object.fromEntries(
    Object.entries(byName(marks, before)).map(([name, mark]) => [headers.get(name) ?? name, mark]),
  );
}

/**
 * @param columns header → the name by which the unit goes
 * @param held marks by name; undefined for a row that was not there
 * @returns marks by header
 */
function marksIn(
  cells: Readonly<Record<string, CellValue>>,
  columns: ReadonlyMap<string, string>,
  held: Readonly<Record<string, string>> | undefined,
  { base, wanted, former }: Sides,
  taking: Taking,
  key: string,
): Record<string, string> {
  const marks: Record<string, string> = {};
  const headers = new Map([...columns].map(([header, name]) => [name, header]));
  for (const name of new Set([...headers.keys(), ...Object.keys(wanted?.marks ?? {})])) {
    const header = headers.get(name);
    const there = header === undefined ? "" : String(cells[header] ?? "");
    // A unit whose column is still there was not joined to this one.
    const formers = former(name).filter((one) => one === name || !headers.has(one));
    const names = formers.length > 0 ? formers : [name];
    // Generating may or may not bring back the column of a unit that was left out.
    const isOpen = taking === "some" || (taking === "generated" && held?.[name] === undefined);
    const mayBe = (by: readonly string[]): string[] => {
      const [before, was] = [held, base?.marks].map((all) => all && strongest(by.map((one) => all[one] ?? "")));
      return possible(before, was, wanted && (wanted.marks[name] ?? ""), taking);
    };
    // Where units were joined, a mark of either may or may not count for both. A column that was left out shows
    // nothing.
    const may = [...mayBe(names), ...(names.length > 1 ? mayBe([name]) : []), ...(header === undefined ? [""] : [])];
    claim(
      may.includes(there) || (isOpen && isMark(there)),
      "units' marks come as was decided",
      () =>
        `${rowName(key)}, ${name}: ${JSON.stringify(there)} is none of ${JSON.stringify(may)} (before ${JSON.stringify(held)}, plan ${JSON.stringify(base?.marks)} → ${JSON.stringify(wanted?.marks)})`,
    );
    if (there !== "" && header !== undefined) marks[header] = there;
  }
  return marks;
}

const isMark = (text: string): boolean => ["", "●", "○", "△"].includes(text);
const rank = ["", "△", "○", "●"];
const strongest = (marks: readonly string[]): string =>
  [...marks].sort((a, b) => rank.indexOf(b) - rank.indexOf(a))[0] ?? "";

/**
 * What was typed stays; a row that comes back may bring back its former entries, and what units have reported of it.
 */
function typedIn(
  model: Model,
  cells: Readonly<Record<string, CellValue>>,
  { held }: Sides,
  key: string,
): Readonly<Record<string, Typed>> {
  if (held) return held.typed;
  const reports = [...model.reports.values()].filter((report) => report.key === key);
  const remembered = [
    model.deleted.get(key),
    turnedInto(key, model.rows)?.typed,
    ...model.removed.filter((one) => one.key === key).map(({ typed }) => typed),
  ]
    .filter((typed) => typed !== undefined)
    .map(asMoved);
  return Object.fromEntries(
    Object.keys(cells).flatMap((header): [string, Typed][] => {
      const known = remembered
        .map((typed) => typed[header])
        .filter((one) => one !== undefined && cellOf(one) === cells[header]);
      if (known.length > 0) return [[header, known[known.length - 1]!]];
      const there = cells[header]!;
      if (there === "" || !isReported(reports, header, there)) return [];
      return [
        [header, typeof there === "number" ? { as: "number", value: there } : { as: "text", text: String(there) }],
      ];
    }),
  );
}

/** Whether what units have reported of a row explains this content of one of its cells. */
function isReported(reports: readonly Report[], header: string, there: CellValue): boolean {
  if (header === "佐证材料")
    return reports.some(({ evidence }) => evidence !== undefined && String(there).includes(evidence.content));
  if (header === "备注") return String(there).startsWith("填报不一致：");
  const said = reports.flatMap(({ year, value }) => (value && header === `${year}年` ? [value.content] : []));
  return said.includes(there as string | number) || said.reduce<number>((sum, one) => sum + Number(one), 0) === there;
}

/**
 * The row of a task without a number may become the row of a number that the plan now promises; what was typed stays in
 * it.
 */
export function turnedInto(key: string, before: ReadonlyMap<string, KnownRow>): KnownRow | undefined {
  return before.has(key) ? undefined : before.get(key.replace(/\d+$/, ""));
}

/** A percentage is moved as the number that it shows. */
export const asMoved = (typed: Readonly<Record<string, Typed>>): Record<string, Typed> =>
  Object.fromEntries(
    Object.entries(typed).map(([header, one]) => [
      header,
      one.as === "percent" ? { as: "number", value: one.value } : one,
    ]),
  );

/** Takes over what the matrix shows now, and remembers what was removed. */
export function takeOver(model: Model, matrix: SeenMatrix, settled: Map<string, KnownRow>): void {
  const holdsAll = (now: KnownRow, before: KnownRow): boolean =>
    Object.entries(before.typed).every(
      ([header, one]) => now.typed[header] !== undefined && cellOf(now.typed[header]) === cellOf(one),
    );
  // The other way round if that is undone.
  const hasTurned = (before: KnownRow): boolean =>
    [...settled.values()].some(
      (now) =>
        (turnedInto(now.key, model.rows) === before || turnedInto(before.key, settled) === now) &&
        holdsAll(now, before),
    );
  for (const [key, row] of model.rows)
    if (!settled.has(key) && !hasTurned(row) && Object.keys(row.typed).length > 0)
      model.removed.push({ key, typed: asMoved(row.typed) });
  for (const key of settled.keys()) model.deleted.delete(key);
  model.rows = settled;
  model.columns = matrix.units;
}
