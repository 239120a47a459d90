import { tooManyYears } from "../matrix/body";
import type { Matrix } from "../matrix/build";
import type { CarriedMatrix } from "../matrix/carry/carry-over";
import { cellTextLimit, type SheetData } from "../matrix/sheet";
import { quoted } from "../sync/describe";
import { shownIn } from "../matrix/due";
import type { Plan } from "../plan/model";
import { sentence, type Sentence } from "../plan/sentence";

/** What 「生成责任矩阵」 did, for the pane. */
export interface GenerateReport {
  /** A new sheet was made. */
  created: boolean;
  rows: number;
  unitColumns: number;
  /** Typed cells that were kept. */
  kept: number;
  /** Cells that were kept although the plan says something else. */
  keptCells: Sentence[];
  /** Rows that went to the sheet 已移出 with what was typed in them. */
  removed: number;
  /** Anything else the user should know. */
  notes: Sentence[];
}

interface Generated {
  /** The plan as read. */
  given: Plan;
  /** The plan as written. */
  plan: Plan;
  matrix: Pick<Matrix, "sheet" | "columns" | "rows">;
  /** Absent for a first build. */
  carried: CarriedMatrix | undefined;
  wasEarlier: boolean;
  /** Hidden rows and columns are shown again. */
  isShown: boolean;
  /** The sheet was written, and not merely found to be as it should be. */
  isWritten: boolean;
}

export const reportOf = (generated: Generated): GenerateReport => {
  const { plan, matrix, carried } = generated;
  return {
    created: !carried,
    rows: matrix.rows.length + (carried?.stayed.rows.length ?? 0),
    unitColumns: plan.units.length + plan.groups.length,
    kept: carried?.kept ?? 0,
    keptCells: (carried?.keptCells ?? []).map(({ place, column, kept, planned }) =>
      sentence("{{place}}：保留{{kept}}（方案为{{planned}}）", {
        place,
        kept: quoted(shownIn(column, kept)),
        planned: quoted(shownIn(column, planned)),
      }),
    ),
    removed: carried?.removed.length ?? 0,
    notes: notesOf(generated),
  };
};

function notesOf({ given, plan, matrix, carried, wasEarlier, isShown, isWritten }: Generated): Sentence[] {
  const columns = new Map(matrix.columns.map(({ key }, index) => [key, index]));
  const years = tooManyYears((key) => columns.get(key), plan.years, true);
  const notes: (Sentence | false | undefined)[] = [
    years ?? false,
    wasEarlier &&
      sentence("已改为新版式：单位表头用简称，增加了“完成时限”“责任人”“进展情况”和“截至”。填过的内容都随行搬了过来。"),
    cutNote(matrix.sheet),
    given.years[0] === 0 &&
      sentence("方案没有写明起止年份，年度列按 {{first}}—{{last}} 年设置。", {
        first: plan.years[0],
        last: plan.years[1],
      }),
    ...(carried ? carriedNotes(carried) : []),
    isShown && sentence("筛选和隐藏的行、列已恢复显示。"),
    isWritten && carried && flattenedNote(carried),
  ];
  return notes.filter((note) => note !== false && note !== undefined);
}

function flattenedNote({ flattened }: CarriedMatrix): Sentence | false {
  return (
    flattened.length > 0 &&
    sentence(
      "{{count}} 处自己写的公式引用的单元格已移走，公式改成了当时的值，原公式记在“变更记录”里；请核对，需要时重写公式。",
      { count: flattened.length },
    )
  );
}

function cutNote({ cells }: SheetData): Sentence | false {
  const cut = cells.flat().filter((cell) => typeof cell === "string" && cell.length >= cellTextLimit).length;
  return cut > 0 && sentence("{{count}} 个单元格的文字超过 32767 字，已截短，末尾以“…”标出。", { count: cut });
}

/** What happened to a matrix in use: each row of the table is told where its count is not 0. */
const carriedCounts: readonly {
  countOf: (carried: CarriedMatrix) => number;
  say: (count: number) => Sentence;
}[] = [
  {
    countOf: ({ unchanged }) => (unchanged ? 1 : 0),
    say: () => sentence("工作表与方案一致，没有需要改动的地方。"),
  },
  {
    countOf: ({ keptCells }) => keptCells.filter(({ why }) => why === "unknown").length,
    say: (count) =>
      sentence(
        "有 {{count}} 处与方案不同，工作簿里没有记下方案原来怎么写，分不清是谁改的：都保留表中的内容，没有覆盖，逐处列在下面；要改用方案的，请到“同步”勾选。",
        { count },
      ),
  },
  {
    countOf: ({ removed }) => removed.length,
    say: (count) => sentence("{{count}} 行已不在方案中，连同填报内容移到“已移出”工作表。", { count }),
  },
  {
    countOf: ({ back }) => back.length,
    say: (count) =>
      sentence("{{count}} 行曾从表中删除，已按方案补回；不要的行，删除后请到“同步”选“保持删除”。", { count }),
  },
  {
    countOf: ({ restored }) => restored,
    say: (count) => sentence("补回的行恢复了以前填报的 {{count}} 处内容。", { count }),
  },
  {
    countOf: ({ stayed }) => stayed.rows.length,
    say: (count) => sentence("{{count}} 行不在方案中，按以前同步时的选择保留。", { count }),
  },
  {
    countOf: ({ leftOut }) => leftOut.length,
    say: (count) => sentence("{{count}} 行按以前同步时的选择没有列入；要列入，请到“同步”勾选。", { count }),
  },
];

const carriedNotes = (carried: CarriedMatrix): Sentence[] =>
  carriedCounts.flatMap(({ countOf, say }) => {
    const count = countOf(carried);
    return count > 0 ? [say(count)] : [];
  });
