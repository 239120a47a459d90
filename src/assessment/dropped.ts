import { sentence, series, type Sentence, type Series, type Spoken } from "../plan/sentence";
import { notAsked } from "./forms";
import type { FilledCells, PrintedRow } from "./returned-form";

/** Why a row of a form belongs to no row of the matrix. */
export type DropReason = "added" | "damaged" | "gone" | "foreign";

/** Something that a unit has written outside the matrix's rows; 填报明细 keeps it as it was written. */
export interface Dropped {
  /** The unit's present name; `former` where it has since been merged into another. */
  unit: string;
  former?: string;
  year: number;
  /** 截至 of the form in which it first came. */
  month: number;
  reason: DropReason;
  printed: PrintedRow;
  entry: string;
  evidence: string;
  progress: string;
  explanation: string;
  file: string;
  /** ISO date and time when the file was last saved. */
  saved: string;
}

const reasons: Readonly<Record<DropReason, Sentence>> = {
  added: sentence("是填报单位自己加的行，责任矩阵中没有"),
  damaged: sentence("隐藏键已损坏，对不上责任矩阵中的行"),
  gone: sentence("对应的任务或指标已不在责任矩阵中"),
  foreign: sentence("是从别的单位、别的年度或别的月份的填报表复制来的"),
};

export const whyDropped = ({ reason }: Pick<Dropped, "reason">): Sentence => reasons[reason];

/** The same content in the same place has the same key, whichever version of the form it came in. */
export const droppedKey = ({
  unit,
  former,
  year,
  reason,
  printed: { task, indicator },
  entry,
  evidence,
  progress,
  explanation,
}: Dropped): string =>
  JSON.stringify([year, former ?? unit, reason, task, indicator, entry, evidence, progress, explanation]);

/** Whether a unit has filled in anything; the form's own text in the row does not count. */
export const hasContent = ({ entry, evidence, progress, explanation }: FilledCells): boolean =>
  [entry === notAsked ? "" : entry, evidence, progress, explanation].some((value) => String(value).trim() !== "");

/** The row's place in the form, as printed there. */
export const placeInForm = ({ number, task, indicator }: PrintedRow): string =>
  [[number, task].filter(Boolean).join(" "), indicator].filter(Boolean).join(" · ");

/** What was written, each field but the entry with its name. */
export function writtenIn({
  entry,
  evidence,
  progress,
  explanation,
}: Pick<Dropped, "entry" | "evidence" | "progress" | "explanation">): Series {
  const told: Spoken[] = [
    ...(entry === "" ? [] : [sentence("填“{{entry}}”", { entry })]),
    ...(progress === "" ? [] : [sentence("进展情况“{{text}}”", { text: progress })]),
    ...(evidence === "" ? [] : [sentence("佐证材料“{{text}}”", { text: evidence })]),
    ...(explanation === "" ? [] : [sentence("说明“{{text}}”", { text: explanation })]),
  ];
  return series(told.length === 0 ? [sentence("没有填内容")] : told, "，");
}
