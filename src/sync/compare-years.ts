import { actualKey, planYears } from "../matrix/columns";
import { isFilled } from "../matrix/ownership";
import { sentence, series } from "../plan/sentence";
import type { Change } from "./change";
import type { Sides } from "./sides";
import type { Edit } from "./edit";

/** Compares the plan's years. A year's column in which people have typed stays. */
export function compareYears({ before, after, sheet }: Sides): Change[] {
  const [from, to] = [before.plan.years, after.plan.years];
  if (from[0] === to[0] && from[1] === to[1]) return [];
  const wanted = new Set(planYears(to).map(actualKey));
  const former = planYears(from).map(actualKey);
  const gone = former.filter((key) => !wanted.has(key) && sheet.columns.has(key));
  const typedIn = new Set(gone.filter((key) => sheet.rows.some(({ cells }) => isFilled(cells[key]))));
  const edits: Edit[] = [
    ...gone.filter((key) => !typedIn.has(key)).map((column): Edit => ({ do: "removeColumn", column })),
    ...after.columns
      .filter(({ key, year }) => year !== undefined && !sheet.columns.has(key))
      .map(({ key, header }): Edit => ({ do: "addColumn", column: key, header, cells: {} })),
    { do: "years", before: from, after: to },
  ];
  const kept =
    typedIn.size > 0
      ? sentence("；{{columns}}列中有填报数，保留", {
          columns: series([...typedIn].map((key) => sheet.headers.get(key)!)),
        })
      : "";
  return [
    {
      id: "years",
      kind: "yearsChanged",
      description: sentence("方案年度由 {{before}} 改为 {{after}}，年度列和公式随之调整{{kept}}", {
        before: from.join("—"),
        after: to.join("—"),
        kept,
      }),
      place: sentence("年度列"),
      before: from.join("—"),
      after: to.join("—"),
      default: true,
      edits,
    },
  ];
}
