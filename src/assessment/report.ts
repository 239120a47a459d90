import { inChinese, type Spoken } from "../plan/sentence";
import { parseRowKey } from "../matrix/row-key";
import { statuses, statusKeys, statusText, type StatusKey } from "../matrix/statuses";
import { grouped, quantified, reachedOf, shortOf, tally, topSection } from "./breakdown";
import type { Chase } from "./chase";
import { placeInForm, whyDropped } from "./dropped";
import { qualityWords, type QualityWord } from "./entry";
import { judge, plainNumber, type Judged } from "./judge";
import { planName } from "./plan-name";
import { reportName, type AssessmentKind } from "./report-kind";
import type { ExplainedRow } from "./reported-rows";

export interface ReportInput {
  planTitle: string;
  issuer: string;
  year: number;
  kind: AssessmentKind;
  planYears: readonly [number, number];
  rows: readonly ExplainedRow[];
  /** What is still to be asked for. */
  chase: Chase;
  /** ISO date. */
  date: string;
}

export type Paragraph =
  /** Headings of the first and second level, numbered already. */
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "text"; text: string }
  /** To be written by hand. */
  | { kind: "blank"; text: string };

export interface AnnexRow {
  number: string;
  section: string;
  task: string;
  indicator: string;
  target: string;
  actual: string;
  status: string;
  leads: string;
}

/** 自查评估报告 as data: what is written is what is counted. */
export interface Report {
  title: string;
  /** What its file is called, without an ending. */
  name: string;
  issuer: string;
  date: string;
  paragraphs: Paragraph[];
  annex: AnnexRow[];
  counts: Record<StatusKey, number>;
  words: Record<QualityWord, number>;
}

const chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const numeral = (index: number): string => (index < 10 ? chinese[index]! : index < 20 ? `十${chinese[index - 10]}` : String(index + 1));

type Told = Judged<ExplainedRow>;

export function reportOf(input: ReportInput): Report {
  const judged = input.rows.map((row) => judge(row, input.year, input.planYears));
  const { counts, words } = tally(judged);
  const paragraphs: Paragraph[] = [
    { kind: "heading", level: 1, text: "一、总体情况" },
    ...overview(input, judged, counts, words),
    { kind: "heading", level: 1, text: "二、分板块完成情况" },
    ...bySection(judged),
    { kind: "heading", level: 1, text: "三、存在的差距" },
    ...gaps(judged),
    { kind: "heading", level: 1, text: "四、未报送和待核实情况" },
    ...outstanding(input.chase),
    { kind: "heading", level: 1, text: "五、下一步打算" },
    { kind: "blank", text: "（请补充）" },
  ];
  const name = reportName(input.kind, input.year, input.planYears);
  return { title: `${planName(input.planTitle)}${name}`, name, issuer: input.issuer, date: input.date, paragraphs, annex: judged.map(annexRow), counts, words };
}

/** A rate says of what it is: 7 of 8 reported are not 70 %. */
const percent = (share: number): string => `${plainNumber(Math.round(share * 1000) / 10)}%`;

const isShort = ({ status }: Told): boolean => statuses[status].short;

function overview({ planTitle, year, planYears }: ReportInput, judged: readonly Told[], counts: Record<StatusKey, number>, words: Record<QualityWord, number>): Paragraph[] {
  // Goals of the plan itself are no task.
  const tasks = new Set(judged.flatMap(({ row }) => parseRowKey(row.key)?.taskId ?? [])).size;
  const { promised, reported, reached, ofPromised, ofReported } = reachedOf({ counts });
  const shares = [ofReported === undefined ? "" : `占已报送的${percent(ofReported)}`, ofPromised === undefined ? "" : `占全部量化指标的${percent(ofPromised)}`].filter(Boolean);
  const told = statusKeys.filter((key) => key !== "unquantified" && counts[key] > 0).map((key) => `${statuses[key].name}${counts[key]}项`);
  const quality = qualityWords.filter((one) => words[one] > 0).map((one) => `${one}${words[one]}项`);
  const silent = counts.unquantified - qualityWords.reduce((sum, one) => sum + words[one], 0);
  return [
    { kind: "text", text: `${planName(planTitle, "本方案")}${planTitle.includes(String(planYears[1])) ? "" : `（${planYears[0]}—${planYears[1]}年）`}共有任务${tasks}项、量化指标${promised}项。截至${year}年底，量化指标已报送${reported}项，其中达标${reached}项${shares.length > 0 ? `，${shares.join("、")}` : ""}。` },
    ...(told.length > 0 ? [{ kind: "text", text: `按状态分：${told.join("，")}。` } as const] : []),
    ...(counts.unquantified > 0 ? [{ kind: "text", text: `没有量化指标的任务${counts.unquantified}项${quality.length > 0 ? `：${quality.join("，")}` : ""}${silent > 0 ? `${quality.length > 0 ? "，" : "："}未填报${silent}项` : ""}。` } as const] : []),
  ];
}

function bySection(judged: readonly Told[]): Paragraph[] {
  return [...grouped(judged, ({ row }) => [topSection(row.section)])].flatMap(([name, rows], index): Paragraph[] => {
    const { counts, words } = tally(rows);
    const promised = quantified({ counts });
    const reached = rows.filter(({ status }) => status === "reached");
    const counted = [
      promised > 0 ? `量化指标${promised}项，达标${counts.reached}项，未完成${shortOf({ counts })}项` : "",
      counts.unquantified > 0 ? `没有量化指标的任务${counts.unquantified}项，已完成${words.已完成}项` : "",
    ].filter(Boolean);
    return [
      { kind: "heading", level: 2, text: `（${numeral(index)}）${name}` },
      { kind: "text", text: `${counted.join("；")}。` },
      ...(reached.length > 0 ? [{ kind: "text", text: `已达标的有：${reached.map(({ row, actual, target }) => `${row.indicator}${actual}（目标${target}）`).join("；")}。` } as const] : []),
    ];
  });
}

/** Who has not reported, and what of the reports is not settled: the list that the page 回收 shows. */
function outstanding({ missing, unread, conflicts, dropped }: Chase): Paragraph[] {
  const listed = (lead: string, items: readonly Spoken[]): Paragraph[] => (items.length === 0 ? [] : [{ kind: "text", text: `${lead}：${items.map(inChinese).join("；")}。` }]);
  return [
    { kind: "text", text: missing.length === 0 ? "应报送的单位均已报送。" : `尚未报送的单位有${missing.length}个：${missing.join("、")}。` },
    ...listed(`已报送、但不能认定的数有${unread.length}项`, unread.map(({ unit, former, place, entry }) => `${place}，${former ?? unit}填“${entry}”`)),
    ...listed(`几个单位填报不一致的有${conflicts.length}项`, conflicts.map(({ place, note }) => `${place}，${inChinese(note)}`)),
    ...listed(`填报表中没有收入的内容有${dropped.length}处`, dropped.map((one) => [one.former ?? one.unit, placeInForm(one.printed), inChinese(whyDropped(one))].filter(Boolean).join("，"))),
  ];
}

function gaps(judged: readonly Told[]): Paragraph[] {
  const short = judged.filter(isShort);
  if (short.length === 0) return [{ kind: "text", text: "已报送的量化指标没有未达标或滞后的。" }];
  return [
    { kind: "text", text: `未达标和滞后的指标共${short.length}项。` },
    ...short.flatMap(({ row, status, actual, target, gap }, index): Paragraph[] => {
      const lead = row.leads.length > 0 ? `牵头单位：${row.leads.join("、")}。` : "方案没有写明牵头单位。";
      const words = `${index + 1}. ${row.indicator}（${row.task}）：目标${target}，实际${actual}，${inChinese(gap).replace(/ /g, "")}，${statuses[status].name}。${lead}`;
      return row.explanation === "" ? [{ kind: "text", text: words }, { kind: "blank", text: "（请补充原因和整改措施）" }] : [{ kind: "text", text: `${words}原因：${row.explanation}` }];
    }),
  ];
}

const annexRow = ({ row, status, word, actual, target }: Told): AnnexRow => ({
  number: row.number,
  section: row.section,
  task: row.task,
  indicator: row.indicator,
  target,
  actual,
  status: word ?? statusText(status),
  leads: row.leads.join("、"),
});
