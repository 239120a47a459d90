import { rowFormulas } from "../matrix/body";
import { calculatedKeys, fixedColumns } from "../matrix/columns";
import { isFormerStatus } from "../matrix/formulas";
import type { LocatedRow } from "../matrix/locate";
import { isFilled } from "../matrix/ownership";
import type { MatrixRow } from "../matrix/rows";
import { sentence } from "../plan/sentence";
import type { Change } from "./change";
import type { Sides } from "./sides";
import type { RowPair } from "./row-pair";
import { placeOfRow } from "./describe";
import type { Edit } from "./edit";

const headers = new Map(fixedColumns.map(({ key, header }) => [key, header]));

/** Restores deleted formulas and renews those of earlier versions. What was typed over a formula stays. */
export function compareFormulas({ sheet, after }: Sides, pairs: readonly RowPair[]): Change[] {
  const possible = new Set(rowFormulas((key) => sheet.columns.get(key), after.plan.years, 0).map(({ key }) => key));
  const columns = calculatedKeys.filter((key) => possible.has(key));
  const planned = pairs.flatMap(({ held, incoming }) => (incoming ? [{ held, incoming }] : []));
  return [
    ...planned.flatMap(({ held, incoming }) => typedOver(held, incoming, columns)),
    ...deleted(planned, columns),
    ...outdated(planned, columns),
  ];
}

interface PlannedPair {
  held: LocatedRow;
  incoming: MatrixRow;
}

/** Keys of a row's calculated columns that hold no formula. */
const withoutFormula = (held: LocatedRow, columns: readonly string[]): string[] =>
  columns.filter((key) => held.formulas[key] === undefined);

function typedOver(held: LocatedRow, incoming: MatrixRow, columns: readonly string[]): Change[] {
  return withoutFormula(held, columns)
    .filter((key) => isFilled(held.cells[key]))
    .map((key): Change => {
      const typed = held.cells[key]!;
      return {
        id: `formula:${incoming.identity}:${key}`,
        kind: "manual",
        description: sentence("{{header}}的公式被手工改为“{{typed}}”，保留；勾选可恢复公式", {
          header: headers.get(key)!,
          typed: String(typed),
        }),
        place: placeOfRow(incoming),
        before: String(typed),
        after: sentence("公式"),
        default: false,
        edits: [{ do: "formulas", row: incoming.identity, before: { [key]: typed } }],
      };
    });
}

const formulasOf = ({ identity }: MatrixRow, columns: readonly string[]): Edit => ({
  do: "formulas",
  row: identity,
  before: Object.fromEntries(columns.map((key) => [key, ""])),
});

const repaired = {
  kind: "repaired",
  place: sentence("公式列"),
  before: "",
  after: sentence("公式"),
  default: true,
} as const;

function deleted(pairs: readonly PlannedPair[], columns: readonly string[]): Change[] {
  const edits = pairs.flatMap(({ held, incoming }) => {
    const empty = withoutFormula(held, columns).filter((key) => !isFilled(held.cells[key]));
    return empty.length > 0 ? [formulasOf(incoming, empty)] : [];
  });
  const description = sentence("补上 {{count}} 行被删除的公式", { count: edits.length });
  return edits.length === 0 ? [] : [{ ...repaired, id: "formulas", description, edits }];
}

function outdated(pairs: readonly PlannedPair[], columns: readonly string[]): Change[] {
  const edits = pairs.flatMap(({ held, incoming }) =>
    isFormerStatus(held.formulas.status ?? "")
      ? [
          formulasOf(
            incoming,
            columns.filter((key) => held.formulas[key] !== undefined),
          ),
        ]
      : [],
  );
  const description = sentence(
    "{{count}} 行的公式换成新的算法：没有量化指标的任务也有状态，疑似填错的数不再下结论，“约”达到目标的 90% 即达标",
    { count: edits.length },
  );
  return edits.length === 0 ? [] : [{ ...repaired, id: "formulas:former", description, edits }];
}
