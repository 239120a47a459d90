/**
 * The statuses of a row, be it one with a promised number or a task without one (docs/design.md, Statuses). The sheet's
 * formulas and hint, the rules in `src/assessment` and the pane all use this table. `brief` is the explanation in the
 * hint of 状态, where all of them together have 255 characters. What lists statuses one by one, because each stands
 * elsewhere for numbers and for tasks: `lists/dashboard.ts` and `taskOpenings` in `report.ts`.
 */
export const statuses = {
  notReported: { name: "未报", brief: "应报未报", short: false, explanation: "评估年度所需的数或完成情况尚未填报" },
  unreadable: {
    name: "无法识别",
    brief: "填的内容有疑问",
    short: false,
    explanation: "填的不是数字、超出合理范围、与目标相差上百倍而没有核对，或不是规定的词",
  },
  reached: { name: "达标", brief: "达到目标", short: false, explanation: "已达到目标" },
  onPace: { name: "序时", brief: "累计达到均摊进度", short: false, explanation: "累计数未到期，达到按时间均分的进度" },
  behind: { name: "滞后", brief: "累计低于均摊进度", short: true, explanation: "累计数未到期，低于按时间均分的进度" },
  underWay: { name: "推进中", brief: "未到期未完成", short: false, explanation: "未到期，尚未达到目标或尚未完成" },
  missed: { name: "未达标", brief: "当年或到期未达到", short: true, explanation: "当年或到期未达到目标" },
  done: { name: "完成", brief: "任务已完成", short: false, explanation: "没有量化指标的任务，已完成" },
  notStarted: { name: "未开展", brief: "任务尚未开展", short: false, explanation: "没有量化指标的任务，尚未开展" },
  overdue: {
    name: "逾期",
    brief: "到时限未完成",
    short: true,
    explanation: "没有量化指标的任务，到了完成时限仍未完成",
  },
} as const;

export type StatusKey = keyof typeof statuses;

/** Precedes a status that falls short, so that it is recognised without colour. */
export const shortfallMark = "▲";

/** A status as the 状态 cell shows it. */
export const statusText = (key: StatusKey): string => (statuses[key].short ? shortfallMark : "") + statuses[key].name;

export const statusKeys = Object.keys(statuses) as StatusKey[];

/** The share of the target by which a result may fall short of 左右 or 约 (docs/design.md, Statuses). */
export const approximately = 0.1;

/** Differences beyond this many decimals are rounding noise, in the formulas and in TypeScript. */
export const decimals = 9;

/** An indicator with one of these in its name is a rate of change: it may be negative, or over 100 %. */
export const rateWords = ["增", "降", "减"] as const;
