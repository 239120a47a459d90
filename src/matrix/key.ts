import type { Op, Period } from "../plan/model";

/**
 * The text of the hidden key column: which row this is, and what the plan said when the row was written, so that the
 * sheet can be brought back into step even when the stored plan is lost.
 *
 * `m1;t=TASK;i=INDICATOR;o=>=;v=50;x=60;p=perYear;d=2025;h=HASH` — absent fields are left out.
 */
export interface RowKey {
  taskId?: string;
  indicatorId?: string;
  op?: Op;
  value?: number;
  max?: number;
  period?: Period;
  deadline?: number;
  /** Fingerprint of the row's other plan texts as they were written; tells whether a person has changed one. */
  texts?: string;
}

const version = "m1";
const ops: readonly Op[] = [">=", ">", "<=", "<", "~", "range", "="];
const periods: readonly Period[] = ["perYear", "perTerm", "cumulative", "byDeadline", "other"];

const escaped = (text: string): string =>
  text.replace(/[%;\u0000-\u001f]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
const unescaped = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export function formatKey(key: RowKey): string {
  const fields: [string, string | number | undefined][] = [
    ["t", key.taskId],
    ["i", key.indicatorId],
    ["o", key.op],
    ["v", key.value],
    ["x", key.max],
    ["p", key.period],
    ["d", key.deadline],
    ["h", key.texts],
  ];
  return [version, ...fields.filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${escaped(String(value))}`)].join(";");
}

/** Undefined for anything that is not a key of a version known here. */
export function parseKey(cell: unknown): RowKey | undefined {
  if (typeof cell !== "string") return undefined;
  const [head, ...parts] = cell.trim().split(";");
  if (head !== version) return undefined;
  const fields = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf("=");
    if (at > 0) fields.set(part.slice(0, at), unescaped(part.slice(at + 1)));
  }
  const key: RowKey = {};
  const taskId = fields.get("t");
  const indicatorId = fields.get("i");
  if (taskId === undefined && indicatorId === undefined) return undefined;
  if (taskId !== undefined) key.taskId = taskId;
  if (indicatorId !== undefined) key.indicatorId = indicatorId;
  const op = ops.find((known) => known === fields.get("o"));
  if (op) key.op = op;
  const period = periods.find((known) => known === fields.get("p"));
  if (period) key.period = period;
  const numbers = [["value", "v"], ["max", "x"], ["deadline", "d"]] as const;
  for (const [name, letter] of numbers) {
    const text = fields.get(letter);
    const number = text === undefined || text === "" ? NaN : Number(text);
    if (Number.isFinite(number)) key[name] = number;
  }
  const texts = fields.get("h");
  if (texts !== undefined) key.texts = texts;
  return key;
}

/** What makes two rows the same row, whatever the plan says about it now. */
export function rowIdentity({ taskId, indicatorId }: RowKey): string {
  // The indicator alone: it keeps its row when it moves to another task.
  return indicatorId !== undefined ? `i ${indicatorId}` : `t ${taskId ?? ""}`;
}

/** A short fingerprint (FNV-1a over UTF-16 units, two lanes): to notice edits, not to resist an attacker. */
export function fingerprint(texts: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (const text of texts) {
    for (let k = 0; k <= text.length; k++) {
      const unit = k < text.length ? text.charCodeAt(k) : 0x1f;
      a = Math.imul(a ^ unit, 0x01000193) >>> 0;
      b = Math.imul(b ^ (unit + 0x9e37), 0x01000193) >>> 0;
    }
  }
  return (a.toString(36) + b.toString(36)).slice(0, 12);
}
