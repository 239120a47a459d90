import type { Clause } from "./clauses";

/** A goal written without a numeral, and the value it stands for. */
export interface GoalInWords {
  /** Id of the table row that matched. */
  id: string;
  start: number;
  end: number;
  value: number;
  unit: string;
}

export interface GoalRow {
  id: string;
  example: string;
  /** A similar text that is no goal. */
  but: string;
  pattern: string;
  value: number;
  unit: string;
}

/**
 * 全覆盖 and 均配备 mean every one of them. Vaguer words (基本, 显著) promise nothing countable, and neither does full coverage
 * of something abstract (改革, 业务).
 */
export const ALL_OF_THEM: readonly GoalRow[] = [
  {
    id: "all-covered",
    example: "到2026年，社区食堂实现全覆盖",
    but: "到2026年，食堂实施全覆盖检查",
    pattern: "(?<!改革|业务|功能|事项|工作|制度|管理|监管|流程|环节|领域|能力|改革的)(?:的)?全覆盖$",
    value: 100,
    unit: "%",
  },
  {
    id: "each-has",
    example: "到2026年，社区食堂均配备智能台秤",
    but: "到2026年，社区食堂配备智能台秤",
    pattern: "(?:均|全部|都)(?:配备|配有|配齐|设立|设有|建立|建有|建成|开设|安装|设置)",
    value: 100,
    unit: "%",
  },
];

/** Changes written without a numeral: 压缩一半, 翻番. 翻一番 is read as a number instead. */
export const CHANGES: readonly GoalRow[] = [
  {
    id: "by-half",
    example: "审批材料压缩一半",
    but: "审批材料压缩，一半网上办理",
    pattern: "(?:压缩|缩短|减少|降低|下降|压减|减半|精简)(?:了)?(?:一半)(?:以上)?",
    value: 50,
    unit: "%",
  },
  { id: "halved", example: "审批材料减半", but: "税费减半征收", pattern: "减半(?!征)", value: 50, unit: "%" },
  { id: "doubled", example: "网店数量翻番", but: "网店数量翻新", pattern: "翻番", value: 1, unit: "番" },
];

const compiled = (rows: readonly GoalRow[]): { row: GoalRow; pattern: RegExp }[] =>
  rows.map((row) => ({ row, pattern: new RegExp(row.pattern) }));
const allOfThem = compiled(ALL_OF_THEM);
const changes = compiled(CHANGES);
const REACH = 80;
/** In 压缩一半，分别减至1个月、半个月 the numbers that follow state the goal exactly. */
const SAID_EXACTLY = /^[，,](?:分别|即|也就是|由|从|减至|降至|缩短至|压缩至)[^，。；,;\n]{0,12}\d/;

/** The goal in words of a clause without amounts, if any. */
export function goalInWords(text: string, clause: Clause): GoalInWords | undefined {
  return clause.amounts.length > 0 || clause.end - clause.start > REACH ? undefined : firstOf(allOfThem, text, clause);
}

/** The change in words of a clause, if any. */
export function changeInWords(text: string, clause: Clause): GoalInWords | undefined {
  return SAID_EXACTLY.test(text.slice(clause.end, clause.end + 24)) ? undefined : firstOf(changes, text, clause);
}

function firstOf(rows: typeof changes, text: string, { start, end }: Clause): GoalInWords | undefined {
  const body = text.slice(start, Math.min(end, start + REACH));
  for (const { row, pattern } of rows) {
    const found = pattern.exec(body);
    if (found)
      return {
        id: row.id,
        start: start + found.index,
        end: start + found.index + found[0].length,
        value: row.value,
        unit: row.unit,
      };
  }
  return undefined;
}
