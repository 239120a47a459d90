import { inChinese, type Spoken, type Words } from "../plan/sentence";
import { wholeYear } from "../matrix/as-of";
import { isQuantified } from "../matrix/limits";
import { parseRowKey } from "../matrix/row-key";
import { statuses, statusKeys, statusText, type StatusKey } from "../matrix/statuses";
import type { AsOf } from "./as-of";
import { grouped, reachedOf, shortText, sumOf, tally, topSection, type Tally } from "./breakdown";
import type { Chase } from "./chase";
import { placeInForm, whyDropped } from "./dropped";
import { judge, plainNumber, type Judged } from "./judge";
import { planName } from "./plan-name";
import { reportName, type AssessmentKind } from "./report-kind";
import type { ExplainedRow } from "./reported-rows";

export interface ReportInput {
  planTitle: string;
  issuer: string;
  asOf: AsOf;
  kind: AssessmentKind;
  planYears: readonly [number, number];
  rows: readonly ExplainedRow[];
  /** What is still to be asked for. */
  chase: Chase;
  /** ISO date. */
  date: string;
}

export type Paragraph =
  /** Headings of the first and second level, including their numbers. */
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
  deadline: string;
  status: string;
  leads: string;
}

/** 自查评估报告 as data, with the counts that it states. */
export interface Report extends Tally {
  title: string;
  /** Its file name, without an extension. */
  name: string;
  issuer: string;
  date: string;
  paragraphs: Paragraph[];
  annex: AnnexRow[];
}

const chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
/** The number of the item at a zero-based index: 一, 十, 二十一; in digits from 100. */
function numeral(index: number): string {
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
  if (tens > 9) return String(index + 1);
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${chinese[tens - 1]}十`;
  return ten + (ones === 0 ? "" : chinese[ones - 1]!);
}

type Told = Judged<ExplainedRow>;

export function reportOf(input: ReportInput): Report {
  const judged = input.rows.map((row) => judge(row, input.asOf, input.planYears));
  const counted = tally(judged);
  const parts: readonly (readonly [title: string, paragraphs: Paragraph[]])[] = [
    ["总体情况", overview(input, judged, counted)],
    ["量化指标完成情况", ofNumbers(judged)],
    ["没有量化指标的任务完成情况", ofTasks(judged)],
    ["存在的差距", gaps(judged, input.asOf)],
    ["未报送和待核实情况", outstanding(input.chase)],
    ["下一步打算", [{ kind: "blank", text: "（请补充）" }]],
  ];
  const paragraphs = parts
    .filter(([, own]) => own.length > 0)
    .flatMap(([title, own], index): Paragraph[] => [
      { kind: "heading", level: 1, text: `${numeral(index)}、${title}` },
      ...own,
    ]);
  const name = reportName(input.kind, input.asOf, input.planYears);
  return {
    title: `${planName(input.planTitle)}${name}`,
    name,
    issuer: input.issuer,
    date: input.date,
    paragraphs,
    annex: judged.map(annexRow),
    ...counted,
  };
}

/** A rate always says what it is a share of: 7 of 8 reported numbers are not 70 %. */
const percent = (share: number): string => `${plainNumber(Math.round(share * 1000) / 10)}%`;

const isShort = ({ status }: Told): boolean => statuses[status].short;

/** `2025年底`, `2025年6月底`. */
const dayOf = ({ year, month }: AsOf): string => (month === wholeYear ? `${year}年底` : `${year}年${month}月底`);

/** `达标3项`, in the order of the statuses. */
const perStatus = (counts: Tally["counts"]): string =>
  statusKeys.flatMap((key) => (counts[key] > 0 ? [`${statuses[key].name}${counts[key]}项`] : [])).join("，");

const text = (words: string): Paragraph => ({ kind: "text", text: words });

function overview({ planTitle, asOf, planYears }: ReportInput, judged: readonly Told[], counted: Tally): Paragraph[] {
  // Goals of the whole plan are no tasks.
  const tasks = new Set(judged.flatMap(({ row }) => parseRowKey(row.key)?.taskId ?? [])).size;
  const { promised, reported, reached, ofPromised, ofReported } = reachedOf(counted);
  const shares = [
    ofReported === undefined ? "" : `占已报送的${percent(ofReported)}`,
    ofPromised === undefined ? "" : `占全部量化指标的${percent(ofPromised)}`,
  ].filter(Boolean);
  const without = sumOf(counted.tasks);
  const short = shortText(counted);
  return [
    text(
      `${planName(planTitle, "本方案")}${planTitle.includes(String(planYears[1])) ? "" : `（${planYears[0]}—${planYears[1]}年）`}共有任务${tasks}项、量化指标${promised}项。截至${dayOf(asOf)}，量化指标已报送${reported}项，其中达标${reached}项${shares.length > 0 ? `，${shares.join("、")}` : ""}。`,
    ),
    ...(promised > 0 ? [text(`量化指标按状态分：${perStatus(counted.numbers)}。`)] : []),
    ...(without > 0 ? [text(`没有量化指标的任务${without}项：${perStatus(counted.tasks)}。`)] : []),
    ...(short ? [text(`${plainly(short)}。`)] : []),
  ];
}

/** Without the spaces that the pane sets around numbers. */
const plainly = (words: Words): string => inChinese(words).replace(/ /g, "");

/** A heading for each 板块, followed by its paragraphs. */
const perSection = (judged: readonly Told[], told: (rows: readonly Told[]) => Paragraph[]): Paragraph[] =>
  [...grouped(judged, ({ row }) => [topSection(row.section)])].flatMap(([name, rows], index) => [
    { kind: "heading", level: 2, text: `（${numeral(index)}）${name}` } as const,
    ...told(rows),
  ]);

const ofNumbers = (judged: readonly Told[]): Paragraph[] =>
  perSection(judged.filter(isQuantified), (rows) => {
    const reached = rows.filter(({ status }) => status === "reached");
    return [
      text(`量化指标${rows.length}项，达标${reached.length}项，未完成${rows.filter(isShort).length}项。`),
      ...(reached.length > 0
        ? [
            text(
              `已达标的有：${reached.map(({ row, actual, target }) => `${row.indicator}${actual}（目标${target}）`).join("；")}。`,
            ),
          ]
        : []),
    ];
  });

/** How the sentence about tasks of each status begins. */
const taskOpenings: readonly (readonly [status: StatusKey, opening: string])[] = [
  ["done", "已完成的有"],
  ["underWay", "正在推进的有"],
  ["overdue", "逾期未完成的有"],
  ["notStarted", "尚未开展的有"],
  ["notReported", "尚未填报的有"],
  ["unreadable", "填报内容不能认定的有"],
];

const ofTasks = (judged: readonly Told[]): Paragraph[] =>
  perSection(
    judged.filter((one) => !isQuantified(one)),
    (rows) => [
      text(`没有量化指标的任务${rows.length}项：${perStatus(tally(rows).counts)}。`),
      ...taskOpenings.flatMap(([status, opening]) => {
        const own = rows.filter((row) => row.status === status);
        return own.length === 0 ? [] : [text(`${opening}：${own.map(taskTold).join("；")}。`)];
      }),
    ],
  );

/** A task with its lead, how long it is overdue, and what was done. */
function taskTold({ row, gap }: Told): string {
  const facts = [gap === "" ? "" : dueText(row, gap), row.leads.length > 0 ? `${row.leads.join("、")}牵头` : ""].filter(
    Boolean,
  );
  const done = doneText(row);
  return `${row.task}${facts.length > 0 ? `（${facts.join("，")}）` : ""}${done === "" ? "" : `：${done}`}`;
}

const dueText = ({ deadline }: ExplainedRow, gap: Words): string =>
  `${deadline === "" ? "" : `完成时限${deadline}，`}${plainly(gap)}`;

/** 进展情况, and what units have said beyond it, as part of a sentence. */
function doneText({ progress, explanation }: ExplainedRow): string {
  const said = progress.includes(explanation)
    ? [progress]
    : explanation.includes(progress)
      ? [explanation]
      : [progress, explanation];
  return said.map(clause).filter(Boolean).join("；");
}

/** People's words without the final punctuation, to be used within a sentence. */
const clause = (content: string): string => content.trim().replace(/[。；;.]+$/, "");

/** Who has not reported and what is unsettled: the list that the page 回收 shows. */
function outstanding({ missing, unread, conflicts, dropped }: Chase): Paragraph[] {
  const listed = (opening: string, items: readonly Spoken[]): Paragraph[] =>
    items.length === 0 ? [] : [{ kind: "text", text: `${opening}：${items.map(inChinese).join("；")}。` }];
  return [
    {
      kind: "text",
      text:
        missing.length === 0
          ? "应报送的单位均已报送。"
          : `尚未报送的单位有${missing.length}个：${missing.join("、")}。`,
    },
    ...listed(
      `已报送、但不能认定的数有${unread.length}项`,
      unread.map(({ unit, former, place, entry }) => `${place}，${former ?? unit}填“${entry}”`),
    ),
    ...listed(
      `几个单位填报不一致的有${conflicts.length}项`,
      conflicts.map(({ place, note }) => `${place}，${inChinese(note)}`),
    ),
    ...listed(
      `填报表中没有收入的内容有${dropped.length}处`,
      dropped.map((one) =>
        [one.former ?? one.unit, placeInForm(one.printed), inChinese(whyDropped(one))].filter(Boolean).join("，"),
      ),
    ),
  ];
}

function gaps(judged: readonly Told[], asOf: AsOf): Paragraph[] {
  const short = judged.filter(isShort);
  const numbers = short.filter(isQuantified);
  const overdue = short.filter((one) => !isQuantified(one)).sort((a, b) => (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0));
  if (short.length === 0) {
    const none = [
      judged.some(isQuantified) ? "已报送的量化指标没有未达标或滞后的" : "",
      judged.every(isQuantified) ? "" : "没有逾期的任务",
    ];
    return [text(`${none.filter(Boolean).join("，")}。`)];
  }
  const counted = [
    numbers.length > 0 ? `未达标和滞后的指标共${numbers.length}项` : "",
    overdue.length > 0 ? `逾期的任务共${overdue.length}项（天数算到${dayOf(asOf)}）` : "",
  ].filter(Boolean);
  return [
    text(`${counted.join("，")}。`),
    ...[...numbers, ...overdue].flatMap((one, index): Paragraph[] => {
      const { row } = one;
      const lead = row.leads.length > 0 ? `牵头单位：${row.leads.join("、")}。` : "方案没有写明牵头单位。";
      const words = `${index + 1}. ${isQuantified(one) ? gapOfNumber(one) : gapOfTask(one)}${lead}`;
      const told = isQuantified(one)
        ? [
            ["进展", row.progress],
            ["原因", row.explanation],
          ]
        : [["进展", doneText(row)]];
      const said = told
        .flatMap(([label, content]) => (clause(content!) === "" ? [] : [`${label}：${clause(content!)}。`]))
        .join("");
      const isExplained = told.some(([label, content]) => (label === "原因" || !isQuantified(one)) && content !== "");
      return [
        text(words + said),
        ...(isExplained ? [] : [{ kind: "blank", text: "（请补充原因和整改措施）" } as const]),
      ];
    }),
  ];
}

const gapOfNumber = ({ row, status, actual, target, gap }: Told): string =>
  `${row.indicator}（${row.task}）：目标${target}，实际${actual}，${plainly(gap)}，${statuses[status].name}。`;
const gapOfTask = ({ row, actual, gap }: Told): string =>
  `${row.task}：${dueText(row, gap)}，${actual === "" ? "未填报" : `填报为“${actual}”`}。`;

const annexRow = ({ row, status, actual, target }: Told): AnnexRow => ({
  number: row.number,
  section: row.section,
  task: row.task,
  indicator: row.indicator,
  target,
  actual,
  deadline: row.deadline,
  status: statusText(status),
  leads: row.leads.join("、"),
});
