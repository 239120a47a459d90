import fc from "fast-check";
import { makeList, type ListKind } from "../../../src/excel/assessment";
import { claim, difference, said } from "../broken";
import { countsOf, ledBy, statusText } from "../invariants";
import { keyOf, rowName } from "../keys";
import type { Model } from "../model";
import { attempt, type Office } from "../office";
import { cellsOf, linesOf } from "../seen";
import { gapOf, isShort, plain } from "../standing";
import type { Action, AnyAction } from "../step";

type Lines = NonNullable<ReturnType<typeof linesOf>>;

const shortHeaders = ["序号", "任务", "指标", "目标", "实际", "差距", "状态", "牵头单位"];

function holdShortfalls(model: Model, office: Office): void {
  const lines: Lines = linesOf(office.host, "未达标清单", shortHeaders) ?? [];
  const short = [...model.rows.values()].filter(({ key }) => isShort(model.standingOf(key)));
  const wanted = Object.fromEntries(
    short.map(({ key, shown }) => {
      const standing = model.standingOf(key);
      return [
        rowName(key),
        {
          目标: `${shown.target}${shown.measure}`,
          实际: standing.current === undefined ? (standing.word ?? "") : `${plain(standing.current)}${shown.measure}`,
          差距: gapOf(shown, standing),
          状态: statusText(standing),
          牵头单位: model.leadsOf(key).sort().join("、"),
        },
      ];
    }),
  );
  const told = Object.fromEntries(
    lines.flatMap((line) => {
      const key = keyOf(line["任务"], line["指标"]);
      if (key === undefined || !String(line["状态"]).startsWith("▲")) return [];
      return [
        [
          rowName(key),
          {
            目标: line["目标"],
            实际: line["实际"],
            差距: line["差距"],
            状态: line["状态"],
            牵头单位: String(line["牵头单位"]).split("、").sort().join("、"),
          },
        ],
      ];
    }),
  );
  const found = difference(wanted, told);
  claim(found === undefined, "未达标清单 lists what falls short", () => found!);
  const measures = new Map(lines.map((line) => [keyOf(line["任务"], line["指标"]), line["整改措施"]]));
  for (const [key, text] of model.measures)
    claim(
      measures.get(key) === text,
      "what was typed in 未达标清单 is kept",
      () => `${rowName(key)}: should be ${text}, is ${said(measures.get(key))}`,
    );
}

function holdUnits(model: Model, office: Office): void {
  const lines: Lines =
    linesOf(office.host, "单位对照", ["序号", "单位", "牵头任务", "牵头指标", "达标", "完成", "未完成"]) ?? [];
  for (const line of lines) {
    const unit = String(line["单位"]);
    const led = ledBy(model, unit);
    const promised = led.filter((key) => model.rows.get(key)!.shown.target !== "");
    const wanted = {
      牵头任务: new Set(led.map((key) => key.split("|")[0])).size,
      牵头指标: promised.length,
      达标: led.filter((key) => model.standingOf(key).status === "达标").length,
      完成: led.filter((key) => model.standingOf(key).status === "完成").length,
      未完成: led.filter((key) => isShort(model.standingOf(key))).length,
    };
    const found = difference(
      wanted,
      {
        牵头任务: line["牵头任务"],
        牵头指标: line["牵头指标"],
        达标: line["达标"],
        完成: line["完成"],
        未完成: line["未完成"],
      },
      unit,
    );
    claim(found === undefined, "单位对照 counts what there is", () => found!);
  }
}

function holdBoard(model: Model, office: Office): void {
  const cells = cellsOf(office.host, "看板") ?? [];
  const told = new Map(cells.map((row) => [String(row[1]), row]));
  // Its counts are formulas over the sheet.
  const counts = countsOf(model, { inSheet: true });
  const wanted = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count]));
  const found = difference(
    wanted,
    Object.fromEntries(Object.keys(counts).map((name) => [name, told.get(name)?.[2] ?? told.get(`▲${name}`)?.[2]])),
  );
  claim(found === undefined, "看板 counts what there is", () => found!);
  claim(
    told.get("合计")?.[2] === model.rows.size,
    "看板 counts what there is",
    () => `合计 ${said(told.get("合计")?.[2])}, rows ${model.rows.size}`,
  );
}

const holding: Readonly<Record<ListKind, (model: Model, office: Office) => void>> = {
  shortfalls: holdShortfalls,
  units: holdUnits,
  dashboard: holdBoard,
};
const names: Readonly<Record<ListKind, string>> = { shortfalls: "未达标清单", units: "单位对照", dashboard: "看板" };

const listing: AnyAction = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant("shortfalls" as const) },
    { weight: 3, arbitrary: fc.constant("units" as const) },
    { weight: 1, arbitrary: fc.constant("dashboard" as const) },
  )
  .chain((kind) => fc.record({ kind: fc.constant(kind), twice: fc.boolean() }))
  .map(({ kind, twice }): Action => ({
    says: `make ${names[kind]}${twice ? ", pressing twice" : ""}`,
    act: async (model, office) => {
      const outcome = await attempt(async () =>
        (await Promise.all([makeList(kind), ...(twice ? [makeList(kind)] : [])])).at(-1)!,
      );
      office.isCalculated = false;
      claim(outcome.failure === undefined, "a list is not refused", () => said(outcome.failure?.userMessage));
      if (kind === "dashboard") await office.calculate();
      holding[kind](model, office);
      if (kind === "shortfalls")
        claim(
          outcome.done.short === [...model.rows.keys()].filter((key) => isShort(model.standingOf(key))).length,
          "未达标清单 tells what it lists",
          () => said(outcome.done),
        );
    },
  }));

/** Writes into the list what is to be done about a row that falls short. */
const planning: AnyAction = fc
  .record({ at: fc.nat({ max: 9 }), text: fc.constantFrom("按月调度", "约谈承办科室") })
  .map(({ at, text }): Action => ({
    says: `write “${text}” into line ${at} of 未达标清单`,
    act: async (model, office) => {
      const cells = cellsOf(office.host, "未达标清单");
      const header = cells?.findIndex((row) => shortHeaders.every((one) => row.includes(one))) ?? -1;
      if (!cells || header < 0) return;
      const of = (row: (typeof cells)[number], name: string): (typeof row)[number] | undefined =>
        row[cells[header]!.indexOf(name)];
      const lines = cells.flatMap((row, index) =>
        index > header && keyOf(of(row, "任务"), of(row, "指标")) !== undefined ? [{ row, index }] : [],
      );
      const line = lines[at % Math.max(1, lines.length)];
      if (!line) return;
      await office.host.type(
        `未达标清单!${String.fromCharCode(65 + cells[header]!.indexOf("整改措施"))}${line.index + 1}`,
        text,
      );
      model.measures.set(keyOf(of(line.row, "任务"), of(line.row, "指标"))!, text);
    },
  }));

export const lists: readonly AnyAction[] = [listing, planning];
