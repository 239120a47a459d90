import type { Progress } from "../../excel/assessment";
import { t } from "../../locale";
import type { Place } from "../navigation";

/** The steps of the year. */
export type StepKey = "plan" | "matrix" | "send" | "collect" | "check" | "report";

export interface Step {
  key: StepKey;
  title: string;
  /** What has been done, or what the step is for. */
  detail: string;
  isDone: boolean;
  place: Place;
  /** The button's text while this step is next. */
  action: string;
}

export interface Attention {
  text: string;
  place: Place;
  tone: "bad" | "doubtful" | "plain";
}

/** The open plan in numbers. */
export interface PlanSummary {
  tasks: number;
  units: number;
  indicators: number;
  /** Questions that the user has not answered. */
  questions: number;
  /** Places that were not understood and are not settled. */
  unread: number;
  source: string;
}

/** The plan step's detail: what was read; if nothing is open, the plan that the sheet follows; else what to do. */
function planDetail(plan: PlanSummary | undefined, progress: Progress | undefined): string {
  if (plan)
    return t("读出 {{tasks}} 项任务、{{units}} 个单位、{{indicators}} 项指标", {
      tasks: plan.tasks,
      units: plan.units,
      indicators: plan.indicators,
    });
  return progress ? t("表格依据：{{name}}", { name: progress.plan }) : t("打开、拖入或粘贴一份实施方案");
}

/** The counts of a workbook without a matrix. */
const nothingYet = { sent: 0, asked: 0, reported: 0, short: 0, toCheck: 0 };

/**
 * The six steps of the year, in order.
 * @param plan absent: none is open
 * @param progress absent: the workbook holds no matrix
 */
export const stepsOf = (plan: PlanSummary | undefined, progress: Progress | undefined): Step[] => [
  planStep(plan, progress),
  matrixStep(progress),
  sendStep(progress),
  collectStep(progress),
  checkStep(progress),
  reportStep(),
];

function planStep(plan: PlanSummary | undefined, progress: Progress | undefined): Step {
  const { tasks = 0, questions = 0 } = plan ?? {};
  const isEmpty = plan !== undefined && tasks === 0;
  const action = (): string => {
    if (isEmpty) return t("没有读出任务，去看看");
    return questions > 0 ? t("核对 {{count}} 处待确认", { count: questions }) : t("打开方案");
  };
  return {
    key: "plan",
    title: t("导入方案"),
    detail: planDetail(plan, progress),
    isDone: progress !== undefined || (tasks > 0 && questions === 0),
    // If no task was read, that comes before questions about amounts.
    place: { page: "plan", part: questions > 0 && !isEmpty ? "check" : "read" },
    action: action(),
  };
}

const matrixStep = (progress: Progress | undefined): Step => ({
  key: "matrix",
  title: t("生成责任矩阵"),
  detail: progress ? t("已生成，按 {{year}} 年评估", { year: progress.year }) : t("一项任务一行，一个单位一列"),
  isDone: progress !== undefined,
  place: { page: "matrix" },
  action: t("去生成"),
});

const sendStep = ({ sent, asked }: Pick<Progress, "sent" | "asked"> = nothingYet): Step => ({
  key: "send",
  title: t("下发填报表"),
  detail: sent > 0 ? t("已下发 {{sent}} / {{asked}} 个单位", { sent, asked }) : t("每个单位一份，只列它的任务"),
  isDone: asked > 0 && sent >= asked,
  place: { page: "reporting", part: "send" },
  action: t("去下发"),
});

const isCollected = ({ asked, reported }: Pick<Progress, "asked" | "reported">): boolean =>
  asked > 0 && reported >= asked;

function collectStep(progress: Pick<Progress, "sent" | "asked" | "reported"> = nothingYet): Step {
  const { sent, asked, reported } = progress;
  return {
    key: "collect",
    title: t("回收填报表"),
    detail:
      reported > 0 || sent > 0
        ? t("已交 {{reported}} / {{asked}} 个单位", { reported, asked })
        : t("交回的文件一次拖进来，先看清单再写入"),
    isDone: isCollected(progress),
    place: { page: "reporting", part: "collect" },
    action: t("去回收"),
  };
}

function checkStep(progress: Pick<Progress, "asked" | "reported" | "short" | "toCheck"> = nothingYet): Step {
  const { reported, short, toCheck } = progress;
  return {
    key: "check",
    title: t("检查"),
    detail:
      reported > 0
        ? t("未完成 {{short}} 项，待核 {{toCheck}} 处", { short, toCheck })
        : t("哪些没完成、差多少、谁牵头"),
    isDone: isCollected(progress) && toCheck === 0,
    place: { page: "check" },
    action: t("去检查"),
  };
}

const reportStep = (): Step => ({
  key: "report",
  title: t("写自查评估报告"),
  detail: t("按公文格式成文，数字与表一致"),
  isDone: false,
  place: { page: "report" },
  action: t("去写报告"),
});

/** The next step: the first that is not done, else the last (the report). */
export const nextOf = (steps: readonly Step[]): Step => steps.find(({ isDone }) => !isDone) ?? steps[steps.length - 1]!;

/** @param another the open plan is a different plan, not a revision of the one that the sheet follows */
export function attentionOf(
  plan: PlanSummary | undefined,
  progress: Progress | undefined,
  another = false,
): Attention[] {
  const found: Attention[] = [];
  const add = (holds: boolean, attention: Attention): void => {
    if (holds) found.push(attention);
  };
  if (progress) {
    const { short, toCheck, awaited, source, lost } = progress;
    add(progress.isUnfinished, {
      text: t("上次同步没有做完，点开接着做完"),
      place: { page: "matrix", part: "sync" },
      tone: "bad",
    });
    add(another, {
      text: t("打开的是另一份方案，不是这张表的修订稿"),
      place: { page: "matrix", part: "generate" },
      tone: "doubtful",
    });
    add(!another && plan !== undefined && source !== undefined && source !== plan.source, {
      text: t("打开的方案与表格依据的不是同一份文字，需要时请同步"),
      place: { page: "matrix", part: "sync" },
      tone: "plain",
    });
    add(lost > 0, {
      text: t("方案里的 {{count}} 行（列）在表中已被删除，可以补回", { count: lost }),
      place: { page: "matrix", part: "sync" },
      tone: "doubtful",
    });
    add(toCheck > 0, {
      text: t("{{count}} 处填的不是数，没有算进去", { count: toCheck }),
      place: { page: "check", part: "entries" },
      tone: "doubtful",
    });
    add(short > 0, {
      text: t("{{count}} 项未完成", { count: short }),
      place: { page: "check", part: "shortfalls" },
      tone: "bad",
    });
    add(awaited > 0, {
      text: t("{{count}} 个单位下发后尚未报送", { count: awaited }),
      place: { page: "reporting", part: "collect" },
      tone: "plain",
    });
  }
  const { questions = 0, unread = 0 } = plan ?? {};
  add(unread > 0, {
    text: t("方案有 {{count}} 处没有读懂，那里的任务、单位或指标不会出现在表中", { count: unread }),
    place: { page: "plan", part: "read" },
    tone: "doubtful",
  });
  add(questions > 0, {
    text: t("方案有 {{count}} 处读得没有把握", { count: questions }),
    place: { page: "plan", part: "check" },
    tone: "doubtful",
  });
  return found;
}
