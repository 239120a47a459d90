import type { Indicator } from "../plan/model";

/**
 * The hidden key of a row: the row's identity and what the plan said of its indicator. With it a sheet whose stored
 * plan is lost can still be synced (docs/design.md, The workbook). Its form is
 * `m1|task|indicator|op|value|max|period|deadline`; ids contain no `|`. Where the sheet shows the target in 万 or 亿,
 * that follows: `|23||万吨`.
 */
export interface RowKey {
  taskId?: string;
  indicatorId?: string;
  promised?: Pick<Indicator, "op" | "value" | "max" | "printed" | "period" | "deadline">;
}

const version = "m1";

/** What the key of each of our rows begins with. */
export const keyStart = `${version}|`;

export function formatRowKey({ taskId, indicatorId, promised }: RowKey): string {
  const fields = [version, taskId ?? "", indicatorId ?? ""];
  if (promised) {
    const { op, value, max, printed, period, deadline } = promised;
    fields.push(op, String(value), optional(max), period, optional(deadline));
    if (printed) fields.push(String(printed.value), optional(printed.max), printed.unit);
  }
  return fields.join("|");
}

const optional = (number: number | undefined): string => (number === undefined ? "" : String(number));

/** Undefined for a cell that holds no key of ours. */
export function parseRowKey(text: string): RowKey | undefined {
  const [mark, taskId, indicatorId, op, value, max, period, deadline, printed, printedMax, printedUnit] =
    text.split("|");
  if (mark !== version || (!taskId && !indicatorId)) return undefined;
  return {
    ...(taskId ? { taskId } : {}),
    ...(indicatorId ? { indicatorId } : {}),
    ...(op
      ? {
          promised: {
            op: op as Indicator["op"],
            value: Number(value),
            ...(max ? { max: Number(max) } : {}),
            ...(printedUnit
              ? {
                  printed: {
                    value: Number(printed),
                    ...(printedMax ? { max: Number(printedMax) } : {}),
                    unit: printedUnit,
                  },
                }
              : {}),
            period: period as Indicator["period"],
            ...(deadline ? { deadline: Number(deadline) } : {}),
          },
        }
      : {}),
  };
}

/** The row's identity: what stays the same when the plan's promise changes. */
export const rowIdentity = ({ taskId, indicatorId }: RowKey): string => `${taskId ?? ""}|${indicatorId ?? ""}`;
