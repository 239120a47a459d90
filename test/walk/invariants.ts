import type { CellValue } from "../../src/matrix/sheet";
import { inChinese } from "../../src/plan/sentence";
import { statuses } from "../../src/matrix/statuses";
import { difference, Broken } from "./broken";
import { keyOf, rowName } from "./keys";
import type { Look } from "./look";
import { entriesIn, remarkOf, reportKey, type KnownRow, type Model } from "./model";
import { cellOf, gapOf, isShort, isSound, plain, shownValue, type Standing, type Typed } from "./standing";
import { years } from "./stock";

/** What must hold after every step. `broken` describes the first place where it does not. */
export interface Invariant {
  name: string;
  broken(model: Model, look: Look): string | undefined;
}

const planHeaders = {
  section: "板块",
  title: "任务",
  indicator: "指标",
  period: "口径",
  target: "目标",
  measure: "计量单位",
  deadline: "完成时限",
  due: "时限日",
} as const;
/** Every column of the matrix that is not a unit's is in one of these two; any other is taken for a unit's. */
const otherHeaders = new Set(["键", "序号", "责任人", ...Object.values(planHeaders), "当前值", "完成率", "状态"]);
const typedHeaders = ["佐证材料", "评估方式", "备注", "进展情况"];
const isTypedHeader = (header: string, model: Model): boolean =>
  /^\d{4}年$/.test(header) || typedHeaders.includes(header) || model.ownColumns.includes(header);

/** The units' columns: all others. */
const unitHeaders = (model: Model, { matrix }: Pick<Look, "matrix">): string[] =>
  [...matrix.columns.keys()].filter((header) => !otherHeaders.has(header) && !isTypedHeader(header, model));

export const keyed = ({ matrix }: Pick<Look, "matrix">): Map<string, Record<string, CellValue>> =>
  new Map(
    matrix.rows.flatMap(({ cells }) => {
      const key = keyOf(cells["任务"], cells["指标"]);
      return key === undefined ? [] : [[key, cells]];
    }),
  );

/** Units that are asked and of which nothing is known. */
const missingUnits = (model: Model): string[] =>
  askedUnits(model)
    .filter((unit) => model.hasReported(unit) === "no")
    .sort();

const missingIn = (texts: readonly string[]): string[] =>
  (/尚未报送的单位有\d+个：([^。]+)。/.exec(texts.join("\n"))?.[1]?.split("、") ?? []).sort();

const firstOf = <T>(items: Iterable<T>, broken: (item: T) => string | undefined): string | undefined => {
  for (const item of items) {
    const found = broken(item);
    if (found !== undefined) return found;
  }
  return undefined;
};

export const invariants: readonly Invariant[] = [
  {
    name: "each row of the matrix is there once, and no other",
    broken: (model, { matrix }) => {
      const found = matrix.rows
        .map(({ cells }) => keyOf(cells["任务"], cells["指标"]) ?? `own: ${String(cells["任务"])}`)
        .sort();
      const wanted = [...model.rows.keys(), ...[...model.own.keys()].map((name) => `own: ${name}`)].sort();
      const [missing, extra] = [
        wanted.filter((one) => !found.includes(one)),
        found.filter((one, index) => !wanted.includes(one) || found.indexOf(one) !== index),
      ];
      if (missing.length > 0) return `missing: ${missing.map(named).join(", ")}`;
      return extra.length > 0 ? `not known: ${extra.map(named).join(", ")}` : undefined;
    },
  },
  {
    name: "what was typed is where it was typed",
    broken: (model, look) => {
      const rows = keyed(look);
      const own = new Map(look.matrix.rows.map(({ cells }) => [String(cells["任务"]), cells]));
      const headers = [...look.matrix.columns.keys()].filter((header) => isTypedHeader(header, model));
      const inRow = (
        name: string,
        typed: Readonly<Record<string, Typed>>,
        cells: Record<string, CellValue> | undefined,
      ): string | undefined =>
        firstOf(new Set([...headers, ...Object.keys(typed)]), (header) => {
          const wanted = typed[header] === undefined ? "" : cellOf(typed[header]);
          const there = cells?.[header] ?? "";
          return there === wanted
            ? undefined
            : `${name}, ${header}: should be ${JSON.stringify(wanted)}, is ${JSON.stringify(there)}`;
        });
      return (
        firstOf(model.rows.values(), ({ key, typed }) => inRow(rowName(key), typed, rows.get(key))) ??
        firstOf(model.own, ([name, typed]) => inRow(name, typed, own.get(name)))
      );
    },
  },
  {
    name: "what left the matrix is in 已移出",
    broken: (model, { removed }) =>
      firstOf(model.removed, ({ key, typed }) => {
        const records = removed.filter((line) => keyOf(line["任务"], line["指标"]) === key);
        const holds = records.some((line) =>
          Object.entries(typed).every(([header, one]) => line[header] === cellOf(one)),
        );
        return holds ? undefined : `${rowName(key)} with ${JSON.stringify(typed)}`;
      }),
  },
  {
    name: "the plan's cells show what was decided",
    broken: (model, look) => {
      const rows = keyed(look);
      return firstOf(model.rows.values(), ({ key, shown }) => {
        const cells = rows.get(key);
        return (
          cells &&
          firstOf(Object.entries(planHeaders), ([field, header]) => {
            const wanted = shown[field as keyof typeof planHeaders];
            return String(cells[header]) === wanted
              ? undefined
              : `${rowName(key)}, ${header}: should be ${JSON.stringify(wanted)}, is ${JSON.stringify(cells[header])}`;
          })
        );
      });
    },
  },
  {
    name: "the units' marks show what was decided",
    broken: (model, look) => {
      const rows = keyed(look);
      const headers = unitHeaders(model, look);
      return firstOf(model.rows.values(), ({ key, marks }) => {
        const cells = rows.get(key);
        return (
          cells &&
          firstOf(new Set([...headers, ...Object.keys(marks)]), (header) => {
            const [wanted, there] = [marks[header] ?? "", cells[header] ?? ""];
            return there === wanted
              ? undefined
              : `${rowName(key)}, ${header}: should be ${JSON.stringify(wanted)}, is ${JSON.stringify(there)}`;
          })
        );
      });
    },
  },
  {
    name: "no two columns for one unit",
    broken: (model, look) => {
      const headers = unitHeaders(model, look);
      const doubled = headers.find((header) => /（\d）$|@\d+$/.test(header));
      if (doubled !== undefined) return `“${doubled}”`;
      const names = look.results?.units.map(({ name }) => name) ?? [];
      return names.find((name, index) => names.indexOf(name) !== index);
    },
  },
  {
    name: "评估年度 and 截至 are the same everywhere",
    broken: (model, { matrix, results, progress, more }) =>
      difference(
        {
          sheet: model.year,
          month: model.month,
          ...(results ? { results: model.year, resultsMonth: model.month } : {}),
          ...(progress ? { progress: model.year } : {}),
          ...(more ? { status: model.year, reporting: model.year } : {}),
        },
        {
          sheet: matrix.year,
          month: matrix.month,
          ...(results ? { results: results.year, resultsMonth: results.month } : {}),
          ...(progress ? { progress: progress.year } : {}),
          ...(more ? { status: more.status.year, reporting: more.reporting.year } : {}),
        },
      ),
  },
  {
    name: "statuses in the sheet are right",
    broken: (model, look) => {
      if (!look.isCalculated) return undefined;
      const rows = keyed(look);
      return firstOf(model.rows.keys(), (key) => {
        const cells = rows.get(key);
        if (!cells) return undefined;
        const standing = model.standingOf(key, { inSheet: true });
        return difference(
          {
            状态: statusText(standing),
            当前值: standing.current ?? (standing.status === "无法识别" ? cells["当前值"] : ""),
          },
          { 状态: cells["状态"], 当前值: rounded(cells["当前值"]!) },
          rowName(key),
        );
      });
    },
  },
  {
    name: "the counts above the table are right",
    broken: (model, look) => {
      if (!look.isCalculated || model.own.size > 0) return undefined;
      const names = Object.values(statuses).map(({ name }) => name);
      const line =
        look.matrix.above.map(String).find((text) => new RegExp(`^▲?(?:${names.join("|")}) \\d`).test(text)) ?? "";
      const told = Object.fromEntries(
        [...line.matchAll(/▲?(\p{Script=Han}+) (\d+)/gu)].map(([, name, count]) => [name, Number(count)]),
      );
      // It does not mention statuses that do not occur.
      return difference(countsOf(model, { inSheet: true }), {
        ...Object.fromEntries(names.map((name) => [name, 0])),
        ...told,
      });
    },
  },
  {
    name: "检查 judges each row as it stands",
    broken: (model, { results }) => {
      if (!results) return undefined;
      const rows = new Map(results.rows.map((row) => [keyOf(row.task, row.indicator), row]));
      const all = firstOf(model.rows.values(), (known) => {
        const { key, shown } = known;
        const row = rows.get(key);
        if (!row) return `${rowName(key)} is not there`;
        const standing = model.standingOf(key);
        return difference(
          {
            status: standing.status,
            actual: actualOf(standing, shown.measure, known, model.year),
            target: `${shown.target}${shown.measure}`,
            gap: gapOf(shown, standing),
            leads: model.leadsOf(key).sort(),
          },
          {
            status: statuses[row.status].name,
            actual: row.actual,
            target: row.target,
            gap: inChinese(row.gapText),
            leads: [...row.leads].sort(),
          },
          rowName(key),
        );
      });
      return (
        all ??
        difference(
          countsOf(model),
          Object.fromEntries(
            Object.entries(results.counts).map(([key, count]) => [statuses[key as keyof typeof statuses].name, count]),
          ),
          "counts",
        )
      );
    },
  },
  {
    name: "待核 names what is no sound number, and nothing else",
    broken: (model, { results }) => {
      if (!results) return undefined;
      const wanted = [...model.rows.values()]
        .flatMap((row) => unsound(row, model.year).map((year) => `${rowName(row.key)} ${year}`))
        .sort();
      const told = results.rows
        .flatMap((row) => row.toCheck.map(({ year }) => `${rowName(keyOf(row.task, row.indicator) ?? "")} ${year}`))
        .sort();
      return difference(wanted, told);
    },
  },
  {
    name: "首页 counts what there is",
    broken: (model, { progress }) => {
      if (!progress) return undefined;
      const keys = [...model.rows.keys()];
      const asked = askedUnits(model);
      const wanted = {
        short: keys.filter((key) => isShort(model.standingOf(key))).length,
        toCheck: [...model.rows.values()].reduce((sum, row) => sum + unsound(row, model.year).length, 0),
        asked: asked.length,
        sent: asked.filter((unit) => model.isSent(unit)).length,
        reported: asked.filter((unit) => model.hasReported(unit) === "yes").length,
        isUnfinished: false,
      };
      const { short, toCheck, asked: all, sent, reported, isUnfinished } = progress;
      return difference(wanted, { short, toCheck, asked: all, sent, reported, isUnfinished });
    },
  },
  {
    name: "填报明细 holds what units have reported",
    broken: (model, { details }) => {
      const own = details.filter((line) => (line["未收入的原因"] ?? "") === "");
      const lines = new Map(
        own.map((line) => [
          reportKey({
            year: Number(line["年度"]),
            unit: model.presentName(String(line["单位"])),
            key: keyOf(line["任务"], line["指标"]) ?? "",
          }),
          line,
        ]),
      );
      const lost = firstOf(model.dropped, ({ year, key, entry, evidence, explanation }) => {
        const isThere = details.some(
          (line) =>
            line["未收入的原因"] &&
            line["年度"] === year &&
            keyOf(line["任务"], line["指标"]) === key &&
            line["未识别内容"] === entry &&
            line["佐证材料"] === evidence &&
            line["说明"] === explanation,
        );
        return isThere ? undefined : `${rowName(key)}, which is no more: “${entry}” ${evidence} ${explanation}`;
      });
      return (
        lost ??
        firstOf(model.reports, ([id, report]) => {
          const line = lines.get(id);
          const value = report.value?.content ?? "";
          return difference(
            {
              填报数: typeof value === "number" ? value : "",
              完成情况: typeof value === "string" ? value : "",
              未识别内容: report.unread?.content ?? "",
              佐证材料: report.evidence?.content ?? "",
              说明: report.explanation?.content ?? "",
            },
            line
              ? {
                  填报数: line["填报数"],
                  完成情况: line["完成情况"],
                  未识别内容: line["未识别内容"],
                  佐证材料: line["佐证材料"],
                  说明: line["说明"],
                }
              : {},
            `${report.unit} ${report.year} ${rowName(report.key)}`,
          );
        })
      );
    },
  },
  {
    name: "变更记录 has a line for each change",
    broken: (model, { log }) => {
      const lines = log.flatMap((line) =>
        line["操作"] === "同步" || line["操作"] === "撤销"
          ? [{ action: line["操作"], before: String(line["改前"]), after: String(line["改后"]) }]
          : [],
      );
      return difference(model.logged, lines);
    },
  },
  {
    name: "the ribbon's check counts what there is",
    broken: (model, { more }) => {
      if (!more) return undefined;
      const { status } = more;
      const told = Object.fromEntries(status.counts.map(({ status: name, count }) => [name, count]));
      const wanted = countsOf(model);
      // Rows of the user's own promise nothing, and nothing is typed into them.
      const counts = difference({ ...wanted, 未报: wanted.未报! + model.own.size }, told, "counts");
      const short = [...model.rows.keys()]
        .filter((key) => isShort(model.standingOf(key)))
        .map(rowName)
        .sort();
      return (
        counts ??
        difference(
          short,
          status.shortfalls.map(({ task, indicator }) => rowName(keyOf(task, indicator)!)).sort(),
          "shortfalls",
        )
      );
    },
  },
  {
    name: "the report counts and prints what there is",
    broken: (model, { more }) => {
      if (!more) return undefined;
      const { report } = more;
      const counts = countsOf(model);
      const told = Object.fromEntries(
        Object.entries(report.counts).map(([key, count]) => [statuses[key as keyof typeof statuses].name, count]),
      );
      const rows = new Map(report.annex.map((row) => [keyOf(row.task, row.indicator), row]));
      return (
        difference(counts, told, "counts") ??
        difference([...model.rows.keys()].sort(), [...rows.keys()].sort(), "annex") ??
        firstOf(model.rows.values(), (known) => {
          const standing = model.standingOf(known.key);
          const { target, actual, status } = rows.get(known.key)!;
          return difference(
            {
              target: `${known.shown.target}${known.shown.measure}`,
              actual: actualOf(standing, known.shown.measure, known, model.year),
              status: statusText(standing),
            },
            { target, actual, status },
            rowName(known.key),
          );
        }) ??
        difference(reportSentence(model), sentenceIn(report.paragraphs.map(({ text }) => text)), "总体情况") ??
        difference(missingUnits(model), missingIn(report.paragraphs.map(({ text }) => text)), "尚未报送")
      );
    },
  },
  {
    name: "下发 asks each unit for what is its to report",
    broken: (model, { more }) => {
      if (!more) return undefined;
      const wanted = Object.fromEntries(
        askedUnits(model).map((unit) => [
          unit,
          {
            asked: [...model.rows.keys()].filter((key) => model.askedFor(key).includes(unit)).length,
            sent: model.isSent(unit),
          },
        ]),
      );
      const told = Object.fromEntries(
        more.reporting.units.flatMap(({ name, asked, sent }) =>
          asked > 0 ? [[name, { asked, sent: sent !== undefined }]] : [],
        ),
      );
      return difference(wanted, told);
    },
  },
  {
    name: "who has reported is the same wherever it is told",
    broken: ({ year }, { results, progress, more }) => {
      if (!more || !results) return undefined;
      const { units, chase } = more.reporting;
      const asked = units.filter((unit) => unit.asked > 0);
      const listed =
        /尚未报送的单位有\d+个：(.+?)。/
          .exec(more.report.paragraphs.map(({ text }) => text).join("\n"))?.[1]
          ?.split("、") ?? [];
      const reported = (of: readonly { name: string; hasReported: boolean }[]): string =>
        of.flatMap(({ name, hasReported }) => (hasReported ? [name] : [])).join();
      return (
        difference(
          { report: chase.missing.join(), results: chase.missing.join() },
          {
            report: listed.join(),
            results: results.units.flatMap(({ name, isMissing }) => (isMissing ? [name] : [])).join(),
          },
          "尚未报送",
        ) ??
        difference(
          { units: reported(units), count: asked.filter(({ hasReported }) => hasReported).length, year },
          { units: reported(results.units), count: progress?.reported ?? -1, year: results.year },
          "已交",
        )
      );
    },
  },
];

const named = (one: string): string => (one.startsWith("own: ") ? one : rowName(one));
const rounded = (value: CellValue): CellValue => (typeof value === "number" ? Math.round(value * 1e9) / 1e9 : value);

export const statusText = (standing: Standing): string => `${isShort(standing) ? "▲" : ""}${standing.status}`;

export function countsOf(
  model: Model,
  { of, ...how }: { inSheet?: boolean; of?: ReadonlySet<string> } = {},
): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(Object.values(statuses).map(({ name }) => [name, 0]));
  for (const key of of ?? model.rows.keys()) counts[model.standingOf(key, how).status]!++;
  return counts;
}

/** A number with its measure, or a word; if no number can be read, the content of the year's cell. */
function actualOf({ current, word, status }: Standing, measure: string, { typed }: KnownRow, year: number): string {
  if (current !== undefined) return `${plain(current)}${measure}`;
  if (word !== undefined) return word;
  const there = typed[`${year}年`];
  return status === "无法识别" && there !== undefined ? String(shownValue(there)).trim() : "";
}

/** The years up to the one looked at in which an entry is unsound. */
function unsound(row: KnownRow, year: number): number[] {
  const entries = entriesIn(row.typed);
  return years.filter(
    (one) => one <= year && entries.has(one) && !isSound(entries.get(one)!, row.shown, remarkOf(row)),
  );
}

export const ledBy = (model: Model, unit: string): string[] =>
  [...model.rows.keys()].filter((key) => model.leadsOf(key).includes(unit));

/** Who is asked for something. */
const askedUnits = (model: Model): string[] => [
  ...new Set([...model.rows.keys()].flatMap((key) => model.askedFor(key))),
];

/** The numbers of the report's first sentence. */
function reportSentence(model: Model): Record<string, number> {
  const promises = new Set([...model.rows.values()].flatMap(({ key, shown }) => (shown.target === "" ? [] : [key])));
  const counts = countsOf(model, { of: promises });
  const promised = promises.size;
  return {
    任务: new Set([...model.rows.keys()].map((key) => key.split("|")[0])).size,
    量化指标: promised,
    已报送: promised - counts.未报! - counts.无法识别!,
    达标: counts.达标!,
  };
}

function sentenceIn(texts: readonly string[]): Record<string, number> {
  const found = /任务(\d+)项、量化指标(\d+)项.*?已报送(\d+)项，其中达标(\d+)项/.exec(texts.join("\n"));
  return {
    任务: Number(found?.[1]),
    量化指标: Number(found?.[2]),
    已报送: Number(found?.[3]),
    达标: Number(found?.[4]),
  };
}

/** @throws Broken for the first that does not hold */
export function holdAll(model: Model, look: Look): void {
  for (const { name, broken } of invariants) {
    const found = broken(model, look);
    if (found !== undefined) throw new Broken(name, found);
  }
}
