import { smallNumber } from "./small-numbers";

/**
 * What a time expression says. `due`: by a year. `span`: over several years. `yearly`, `termly`: each year, each term.
 * `cadence`: each month, quarter and the like. `total`: 累计. `past`: a year that is over. `base`: a year to compare
 * with, which says nothing about the target.
 */
export type TimeKind = "due" | "span" | "yearly" | "termly" | "cadence" | "total" | "past" | "base";

export interface TimeWord {
  /** Id of the table row that matched. */
  id: string;
  kind: TimeKind;
  start: number;
  end: number;
  year?: number;
  /** 年底前, 6月底前: a date of the last year mentioned before it, or of the plan's only year. */
  vague?: true;
  /** A date by which something is due, but before the plan's first year: what is due then may be a slip, or over. */
  beforePlan?: true;
}

interface TimeRow {
  id: string;
  kind: TimeKind;
  pattern: string;
  /** A text that the row matches; it is the row's test. */
  example: string;
  vague?: true;
  /** Text that must follow the example for the row to match. */
  exampleBehind?: string;
  /** The year in which it is due, from the groups of the pattern. */
  year?: (groups: readonly (string | undefined)[], years: readonly [number, number]) => number | undefined;
}

const Q = "[“”\"'‘’]?";
const N = "(?:[1-9]\\d?|[一二两三四五六七八九十]{1,3})";
const FIVE = `${Q}(十[一二三四五六七八九])五${Q}`;
const YEAR = "((?:19|20)\\d{2})";
const BY = "(?:到|至|截至|截止|截止到|力争|争取|确保|在|于|从)?";

const ORDINALS = "一二三四五六七八九";
/** 十四五 ends in 2025, 十五五 in 2030. */
function fiveYearEnd(groups: readonly (string | undefined)[]): number {
  return 2025 + 5 * (ORDINALS.indexOf(groups[1]![1]!) + 1 - 4);
}
const group =
  (k: number) =>
  (groups: readonly (string | undefined)[]): number =>
    Number(groups[k]);
const lastYear = (_: unknown, years: readonly [number, number]): number | undefined => years[1] || undefined;
/** 用3年时间 ends with the plan if the plan is that long; otherwise the text does not say when it starts. */
const afterYears =
  (k: number) =>
  (groups: readonly (string | undefined)[], [first, last]: readonly [number, number]): number | undefined => {
    const length = smallNumber((groups[k] ?? "").replace("两", "二"));
    return last > 0 && length !== undefined && (length === last - first + 1 || length === last - first)
      ? last
      : undefined;
  };
/** 年底 is the end of a one-year plan; in a longer plan it may be the end of any year. */
const onlyYear = (_: unknown, years: readonly [number, number]): number | undefined =>
  years[0] === years[1] ? years[0] || undefined : undefined;

/** Time expressions, the more specific ones first. Where two start at the same position, the first row wins. */
export const TIME_WORDS: readonly TimeRow[] = [
  {
    id: "against",
    kind: "base",
    example: "较2023年",
    pattern: `(?:相?较于?|相?比于?|同比|对比|比照)(?:${YEAR}年(?:底|末|度)?|${Q}十.五${Q}(?:期?末|期间)?|上一?年度?|去年|往年|上年同期|基准年)`,
  },
  {
    id: "based-on",
    kind: "base",
    example: "以2020年为基数",
    pattern: `(?:以|与)${YEAR}年(?:底|末|度)?[^，。；]{0,6}?(?:为基数?|基数|相比|持平)`,
  },
  {
    id: "since",
    kind: "base",
    example: "2021年以来",
    pattern: `自?${YEAR}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:以来|起|开始)`,
  },
  { id: "document-number", kind: "base", example: "〔2021〕9号", pattern: `[〔\\[【(]${YEAR}[〕\\]】)]\\d{0,5}号?` },
  { id: "edition", kind: "base", example: "2022版", pattern: `${YEAR}(?:年?版|年第|年度?(?:国家|全国|全省|中央))` },
  {
    id: "recent-years",
    kind: "base",
    example: "近三年",
    pattern: `(?:近|过去|最近|前|毕业|成立|注册|离校|退役|首|满)${N}年(?:以?来|内|之?间|以内)?`,
  },
  {
    id: "years",
    kind: "span",
    example: "2023—2025年",
    pattern: `${YEAR}年?(?:—|-|–|~|～|至|到|－){1,2}${YEAR}年(?:期间|间|内|底|末)?`,
    year: group(2),
  },
  {
    id: "end-of-five-years",
    kind: "due",
    example: "“十四五”末",
    pattern: `${BY}${FIVE}(?:规划)?(?:时期|期)?(?:末期?|收官|结束)(?:时|之年)?`,
    year: fiveYearEnd,
  },
  {
    id: "five-years",
    kind: "span",
    example: "“十四五”期间",
    pattern: `${FIVE}(?:规划)?(?:期间|时期|时间内|期内|以来)内?`,
    year: fiveYearEnd,
  },
  {
    id: "as-of",
    kind: "past",
    example: "截至2022年底",
    pattern: `(?:截至|截止|截止到|截至到)${YEAR}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|末)?`,
    year: group(1),
  },
  {
    id: "by-year",
    kind: "due",
    example: "到2025年底前",
    pattern: `${BY}${YEAR}年(?:度|全年)?(?:\\d{1,2}月(?:\\d{1,2}日)?|[上下]半年|第?[一二三四1-4]季度)?(?:底|末|年底|年末|初|中旬?|下旬|上旬)?(?:以前|之前|前|内)?`,
    year: group(1),
  },
  {
    id: "each-term",
    kind: "termly",
    example: "每校每学期",
    pattern: "(?:每所?(?:学校|校|班|人))?每(?:个)?学期|每校学期",
  },
  {
    id: "each-year",
    kind: "yearly",
    example: "每年",
    pattern: "每一?年(?:度)?(?:\\d{1,2}月(?:底)?前?)?|每个?年度|每学年|年均(?!浓度|气温|降水|水位)|逐年按",
  },
  {
    id: "each-quarter",
    kind: "cadence",
    example: "每季度",
    pattern: `每(?:一|个)?(?:半年|季度|季|月|周|星期|日|天|旬|半月|届)|每${N}(?:个)?(?:年|月|周|天|日)|按[年季月]`,
  },
  {
    id: "year-end",
    kind: "due",
    example: "年底前",
    pattern: "(?:到|至|在|于|力争)?(?:今年|本年度?|年)(?:底|末|内)(?:以前|之前|前)?|今年|本年度",
    year: onlyYear,
    vague: true,
  },
  // Does not match 次年1月底前, 3月至6月底前, 每年3月、9月底前.
  {
    id: "by-month",
    kind: "due",
    example: "6月底前",
    pattern:
      "(?<![\\d年月底末—–~～\\-、和及])(?:截止到|截至|截止|到|至|在|于|力争)?(?<![\\d年—–~～\\-、和及])(?:1[0-2]|[1-9])月(?:(?:份|\\d{1,2}日)?(?:底|末|初|[上中下]旬)?(?:以前|之前|前)|(?:[底末]|[上中下]旬)(?![至到—–~～\\-、和及]))",
    year: onlyYear,
    vague: true,
  },
  {
    id: "by-months",
    kind: "due",
    example: "3—6月",
    pattern:
      "(?<![\\d年月—–~～\\-、和及])(?:1[0-2]|[1-9])月?(?:—|–|-|~|～|至|到)(?:1[0-2]|[1-9])月(?:底|末)?(?:前|期间)?",
    year: onlyYear,
    vague: true,
  },
  {
    id: "by-quarter",
    kind: "due",
    example: "三季度",
    pattern:
      "(?<![每各逐按分\\d年、和及至—-])(?:[上下]半年|第?[一二三四]季度)(?:末|底)?(?:以前|之前|前)?(?!报表|报告|考核|通报|GDP)",
    year: onlyYear,
    vague: true,
  },
  {
    id: "end-of-plan",
    kind: "due",
    example: "规划期末",
    pattern: "(?:规划|行动|方案|实施)期末|(?:行动|规划|方案)(?:结束|完成)时",
    year: lastYear,
  },
  {
    id: "plan-period",
    kind: "span",
    example: "规划期内",
    pattern: "(?:规划|行动|方案|实施)期(?:内|间)",
    year: lastYear,
  },
  {
    id: "taking-years",
    kind: "span",
    example: "用5年时间",
    pattern: `(?:用|利用|通过|经过|力争|争取|计划|未来|今后|再用)(?:(${N})|${N}(?:至|到|-|—|~|～)${N})年(?:左右)?(?:的)?(?:时间|内|之内|以内|努力|期间|左右)?`,
    year: afterYears(1),
  },
  {
    id: "within-years",
    kind: "span",
    example: "三年内",
    pattern: `(?<![^，。；、：:,;\n“”])(${N})年(?:内|之内|以内|期间|时间)`,
    year: afterYears(1),
  },
  {
    id: "years-alone",
    kind: "span",
    example: "三年",
    exampleBehind: "新增",
    pattern:
      "(?<![^，。；、：:,;\n“”])([2-9]|[二两三四五六七八九十])年(?=累计|共|新增|新建|建成|完成|培训|培养|培育|改造|建设|实现|引进)",
    year: afterYears(1),
  },
  { id: "in-total", kind: "total", example: "累计", pattern: "累计|累积" },
];

/** Ids of the rows that only say how often. */
export const CADENCES: ReadonlySet<string> = new Set(
  TIME_WORDS.flatMap(({ id, kind }) => (kind === "cadence" ? [id] : [])),
);

const scanners = TIME_WORDS.map((row) => ({ row, pattern: new RegExp(row.pattern, "g") }));

/** 2023年底前, 到2023年; not 2023年 alone, which tells what was done then. */
const DUE = /^(?:到|至|力争|争取|确保)|[前底末]$/;

/** 全年 is the only year of a one-year plan, or each year of a longer one. */
const WHOLE_YEAR = /全年(?!龄|级)/g;

/**
 * Time expressions in `[start, end)`, in order and without overlaps.
 * @param years first and last year of the plan; a due date before the first year is in the past
 */
export function timeWords(text: string, start: number, end: number, years: readonly [number, number]): TimeWord[] {
  const range = text.slice(start, end);
  const found: (TimeWord & { rank: number })[] = [];
  scanners.forEach(({ row, pattern }, rank) => {
    for (const match of range.matchAll(pattern)) {
      const year = row.year?.(match, years);
      const kind = timed(row.kind, year, years);
      found.push({
        id: row.id,
        kind,
        start: start + match.index,
        end: start + match.index + match[0].length,
        rank,
        ...(year === undefined ? {} : { year }),
        ...(row.vague ? { vague: true } : {}),
        ...(row.kind === "due" && kind === "past" && DUE.test(match[0]) ? { beforePlan: true } : {}),
      });
    }
  });
  for (const match of range.matchAll(WHOLE_YEAR)) {
    const single = years[0] === years[1] && years[0] > 0;
    found.push({
      id: "whole-year",
      kind: single ? "due" : "yearly",
      start: start + match.index,
      end: start + match.index + 2,
      rank: 0,
      ...(single ? { year: years[0] } : {}),
    });
  }
  found.sort((a, b) => a.start - b.start || a.rank - b.rank);
  const accepted: TimeWord[] = [];
  let last = start;
  for (const { rank: _, ...word } of found) {
    if (word.start < last) continue;
    accepted.push(word);
    last = word.end;
  }
  return accepted;
}

function timed(kind: TimeKind, year: number | undefined, years: readonly [number, number]): TimeKind {
  if (kind === "past" && year !== undefined && years[0] > 0 && year > years[0]) return "due";
  if ((kind === "due" || kind === "span") && year !== undefined && years[0] > 0 && year < years[0]) return "past";
  return kind;
}
