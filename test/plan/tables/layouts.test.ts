import { readPlan } from "../../../src/plan";
import { specs, type Layout, type Spec } from "./specs";

const LAYOUTS: readonly Layout[] = [
  "tabs",
  "bars",
  "tabs, merged cells omitted",
  "one cell a line",
  "one cell a line, empty cells as blanks",
  "one cell a line, spaced",
];
const TITLE = "青溪县2024年工作任务分解表";
/** Stands for a slash in a header, which is not a line break. */
const SLASH = "╱";

const inLine = (cell: string): string => cell.split("/").join("、").replace(/。、/g, "。");
const isHeading = (row: string[] | string): row is string => typeof row === "string";

function linesOf(row: readonly string[], layout: Layout): string[] {
  const filled = row.map((cell) => (cell === "^" ? "" : cell));
  if (layout === "tabs") return [filled.map(inLine).join("\t")];
  if (layout === "bars") return [`| ${filled.map(inLine).join(" | ")} |`];
  const kept = row.filter((cell) => cell !== "^");
  if (layout === "tabs, merged cells omitted") return [kept.map(inLine).join("\t")];
  return kept.flatMap((cell) =>
    cell !== "" ? cell.split("/") : layout === "one cell a line, empty cells as blanks" ? ["\u00a0"] : [],
  );
}

function headingOf(row: string, width: number, layout: Layout): string[] {
  if (row.startsWith("!")) return row.slice(1).split("/");
  if (layout === "tabs") return [row + "\t".repeat(width - 1)];
  return [layout === "bars" ? `| ${row} |${" |".repeat(width - 1)}` : row];
}

function printed({ head, rows, after = [] }: Spec, layout: Layout): string {
  const heads = head.flatMap((row) =>
    linesOf(
      row.map((cell) => cell.replaceAll("/", SLASH)),
      layout,
    ),
  );
  const body = rows.flatMap((row) => (isHeading(row) ? headingOf(row, head[0]!.length, layout) : linesOf(row, layout)));
  return [TITLE, ...heads, ...body, ...after]
    .join(layout === "one cell a line, spaced" ? "\n\n" : "\n")
    .replaceAll(SLASH, "/");
}

function read(text: string): { tasks: string[]; doubts: string[] } {
  const { tasks, findings } = readPlan(text);
  return {
    tasks: tasks.map(({ path, title, lead, responsible, groups, persons, deadline }) =>
      [
        path,
        title,
        lead.join("、"),
        responsible.join("、"),
        groups.join("、"),
        ...(persons ? [`@${persons.map(({ name }) => name).join("、")}`] : []),
        ...(deadline ? [`~${deadline.text}`] : []),
      ].join("|"),
    ),
    doubts: findings.filter(({ about }) => about === "reading").map(({ message }) => message),
  };
}

describe.each(LAYOUTS)("tables printed as %s", (layout) => {
  it.each(specs.filter(({ not }) => !not?.includes(layout)).map((spec) => [spec.name, spec] as const))(
    "are read: %s",
    (_name, spec) => {
      const { tasks, doubts } = read(printed(spec, layout));
      expect(tasks).toEqual(spec.want);
      if (!spec.doubtful) expect(doubts).toEqual([]);
    },
  );

  it.each(specs.filter(({ doubtful }) => doubtful).map((spec) => [spec.name, spec] as const))(
    "leave a finding where lines cannot be told apart: %s",
    (_name, spec) => {
      const isStacked = layout.startsWith("one cell a line");
      expect(read(printed(spec, layout)).doubts.length > 0).toBe(isStacked);
    },
  );
});
