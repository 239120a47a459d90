/**
 * The statuses of an indicator (DESIGN §4): one table for the sheet's formulas, its legend, the rules in
 * `src/assessment` and the pane. `brief` is the explanation in the sheet's legend, whose line must not be longer than what a
 * view of few columns is wide.
 */
export const statuses = {
  notReported: { name: "未报", brief: "应报未报", short: false, explanation: "评估年度所需的数尚未填报" },
  unreadable: { name: "无法识别", brief: "不是数字或有疑问", short: false, explanation: "已填，但不是数字、超出合理范围，或与目标相差上百倍而没有核对" },
  reached: { name: "达标", brief: "达到目标", short: false, explanation: "已达到目标" },
  onPace: { name: "序时", brief: "累计达到年均进度", short: false, explanation: "累计数未到期，达到按年均分的进度" },
  behind: { name: "滞后", brief: "累计低于年均进度", short: true, explanation: "累计数未到期，低于按年均分的进度" },
  underWay: { name: "推进中", brief: "未到期未达到", short: false, explanation: "到期目标未到期，尚未达到" },
  missed: { name: "未达标", brief: "当年或到期未达到", short: true, explanation: "当年或到期未达到目标" },
  unquantified: { name: "无量化指标", brief: "未提数量", short: false, explanation: "方案没有提出数量" },
} as const;

export type StatusKey = keyof typeof statuses;

/** Stands before a status that falls short, so that it is seen without colour. */
export const shortfallMark = "▲";

/** A status as the 状态 cell shows it. */
export const statusText = (key: StatusKey): string => (statuses[key].short ? shortfallMark : "") + statuses[key].name;

export const statusKeys = Object.keys(statuses) as StatusKey[];

/** 左右、约 may fall short of the target by this share of it (DESIGN §4). */
export const approximately = 0.1;

/** Differences below this many decimals are noise of binary fractions, in the formulas and in TypeScript. */
export const decimals = 9;

/** An indicator with one of these in its name is a rate of change: it may be negative, or over 100 %. */
export const rateWords = ["增", "降", "减"] as const;
