import type { Clause } from "./clauses";

/** A goal without a digit that means all of them: 100 %. */
export interface GoalInWords {
  start: number;
  end: number;
}

/** 全覆盖, 均配备: every one of them. Other words (基本, 显著) promise nothing that can be counted. */
export const ALL_OF_THEM: readonly { pattern: string; says: string }[] = [
  { says: "全覆盖", pattern: "全覆盖" },
  { says: "均配备", pattern: "(?:均|全部|都)(?:配备|配有|配齐|设立|设有|建立|建有|建成|开设|安装|设置)" },
];

const PATTERN = new RegExp(ALL_OF_THEM.map(({ pattern }) => `(?:${pattern})`).join("|"));

/** The goal in words of a clause that holds no amount. */
export function goalInWords(text: string, clause: Clause): GoalInWords | undefined {
  if (clause.amounts.length > 0 || clause.end - clause.start > 80) return undefined;
  const found = PATTERN.exec(text.slice(clause.start, clause.end));
  return found ? { start: clause.start + found.index, end: clause.start + found.index + found[0].length } : undefined;
}

/** 压缩一半, 翻番: changes without a numeral. 翻一番 is read as a number. */
export const CHANGES: readonly { pattern: RegExp; value: number; unit: string; says: string }[] = [
  { says: "压缩一半", pattern: /(?:压缩|缩短|减少|降低|下降|压减|减半|精简)(?:了)?(?:一半)(?:以上)?/, value: 50, unit: "%" },
  { says: "减半", pattern: /减半(?!征)/, value: 50, unit: "%" },
  { says: "翻番", pattern: /翻番/, value: 1, unit: "番" },
];

export interface ChangeInWords extends GoalInWords {
  value: number;
  unit: string;
}

/** The change in words of a clause, if any. */
export function changeInWords(text: string, clause: Clause): ChangeInWords | undefined {
  const body = text.slice(clause.start, Math.min(clause.end, clause.start + 80));
  for (const { pattern, value, unit } of CHANGES) {
    const found = pattern.exec(body);
    if (found) return { start: clause.start + found.index, end: clause.start + found.index + found[0].length, value, unit };
  }
  return undefined;
}
