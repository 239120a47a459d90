import { actualKey } from "../matrix/columns";
import type { LocatedMatrix } from "../matrix/locate";
import type { CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { mapped, type Pieces } from "../plan/pieces";
import { answeringFor, plannedRows, reportersOf } from "./answering";
import type { Detail } from "./details";
import { readEntry, readQuality } from "./entry";

export interface WhoReported {
  /** How many rows each is asked for, by name. */
  asked: Map<string, number>;
  /** Of whom nothing is known: no report, and no number in a row that they answer for. 尚未报送, wherever it is said. */
  missing: Set<string>;
  /** Who has sent something, and nothing of it can be read. */
  unclear: Set<string>;
}

interface Ground {
  plan: Plan;
  held: LocatedMatrix;
  year: number;
  /** Indicators of which every unit reports a part. */
  totals: ReadonlySet<string>;
  details: readonly Detail[];
}

/**
 * Who of those that are asked has reported in a year: by 填报明细, or by a number or word that somebody has typed straight into
 * the sheet, where no report of any unit says of it.
 */
export function* whoReported({ plan, held, year, totals, details }: Ground): Pieces<WhoReported> {
  const reporters = reportersOf(plan, held);
  const ofYear = details.filter((detail) => detail.year === year);
  const spoken = new Set(ofYear.map(({ identity }) => identity));
  const rows = yield* mapped(plannedRows(held), ({ identity, row }) => {
    const { units } = answeringFor(row, reporters, plan, totals);
    return { units, isTyped: !spoken.has(identity) && isEntry(row.cells) };
  });
  function isEntry(cells: Readonly<Record<string, CellValue>>): boolean {
    const value = cells[actualKey(year)] ?? "";
    const text = (key: string): string => String(cells[key] ?? "");
    if (text("target").trim() === "") return readQuality(value).kind === "word";
    return readEntry(value, { indicator: text("indicator"), target: cells.target ?? "", measure: text("measure") }).kind === "number";
  }
  const asked = new Map<string, number>();
  for (const { units } of rows) for (const unit of units) asked.set(unit, (asked.get(unit) ?? 0) + 1);
  const typed = new Set(rows.flatMap(({ units, isTyped }) => (isTyped ? units : [])));
  const sent = new Set(ofYear.map(({ unit }) => unit));
  const read = new Set(ofYear.flatMap(({ unit, value, unread }) => (value.content !== "" || unread.content === "" ? [unit] : [])));
  const names = [...asked.keys()].filter((name) => !typed.has(name));
  return { asked, missing: new Set(names.filter((name) => !sent.has(name))), unclear: new Set(names.filter((name) => sent.has(name) && !read.has(name))) };
}
