import { fiveYearPlan } from "./lexicon/years";
import type { Deadline } from "./model";
import { smallNumber } from "./lexicon/small-numbers";

/** The last day, month or year of a period, as precisely as the words say it. */
interface End {
  year?: number;
  month?: number;
  day?: number;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** One way of saying when something is due. */
export interface DeadlineRow {
  id: string;
  /** Words that the row reads, in a plan for the year 2025. */
  example: string;
  /** What the example means. */
  means: Omit<Deadline, "text">;
  pattern: string;
  /**
   * The end that the words name, or `always` where there is none; the function is absent where they say neither (即时).
   */
  read?: (groups: Groups, said: Said) => End | "always";
}

/** The years that the words of a row may refer to. */
interface Said {
  /** The last year named before, else the plan's only year. */
  year?: number;
  /** The year of a plan that covers one year alone. */
  only?: number;
}

const N = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const DAY = "(?:3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])";
const YEAR = "(?:(?:19|20)\\d{2})";
const TO = "(?:—|-|–|~|至|到){1,2}";
const THIS_YEAR = "(?<which>今年|本年度?|明年|次年|翌年|来年)?";
const PART = "(?<part>[上中下]旬|初|中|底|末)?";
const QUARTER = "(?<quarter>[一二三四1-4])季度?";

/** Rows in the order in which they are tried at a position. */
export const DEADLINES: readonly DeadlineRow[] = [
  {
    id: "each",
    example: "每年6月底前",
    means: { always: true },
    pattern: `(?:每(?:个|半)?(?:学年|学期|年度?|季度?|月|周|日|天|旬)|逐[年月季]|按[年月季]度?)(?:${N}月(?:${DAY}日|份|底|末|初|[上中下]旬)?|[底末初])?`,
    read: () => "always",
  },
  {
    id: "since",
    example: "2024年起",
    means: { always: true },
    pattern: `[自从]?(?:${YEAR}年(?:${N}月(?:${DAY}日)?)?|${N}月(?:${DAY}日)?|今年|明年)(?:起|开始)(?!${TO})`,
    read: () => "always",
  },
  {
    id: "years",
    example: "2021—2025年",
    means: { by: "2025" },
    pattern: `${YEAR}年?${TO}(?<year>${YEAR})(?:学?年度?(?:间|期间)?|(?![\\d./-]))`,
    read: yearEnd,
  },
  {
    id: "five-year plan",
    example: "“十四五”期间",
    means: { by: "2025" },
    pattern: `[“"'‘]?(?<five>十[二三四五六七八九])五[”"'’]?(?:规划)?(?:期间|时期|期)?(?:内|末|末期)?`,
    read: ({ five }) => ({ year: fiveYearPlan(five!)![1] }),
  },
  {
    id: "figures",
    example: "2025.6.30",
    means: { by: "2025-06-30" },
    pattern: `(?<year>${YEAR})[./-](?<month>${N})(?:[./-](?<day>${DAY}))?(?!\\d)`,
    read: monthEnd,
  },
  {
    id: "quarters",
    example: "第一至三季度",
    means: { by: "2025-09" },
    pattern: `(?:(?<year>${YEAR})年)?${THIS_YEAR}第?[一二三四1-4](?:季度)?(?:${TO}|[、和及])第?${QUARTER}`,
    read: quarterEnd,
  },
  {
    id: "quarter",
    example: "第三季度",
    means: { by: "2025-09" },
    pattern: `(?:(?<year>${YEAR})年)?${THIS_YEAR}第?${QUARTER}`,
    read: quarterEnd,
  },
  {
    id: "half",
    example: "上半年",
    means: { by: "2025-06" },
    pattern: `(?:(?<year>${YEAR})年)?${THIS_YEAR}(?<half>[上下])半年`,
    read: (groups, said) => ({ ...yearOf(groups, said), month: groups["half"] === "上" ? 6 : 12 }),
  },
  {
    id: "days of a month",
    example: "3月1日至20日",
    means: { by: "2025-03-20" },
    pattern: `(?:(?<year>${YEAR})年)?${THIS_YEAR}(?<month>${N})月${DAY}日?${TO}(?<day>${DAY})日`,
    read: monthEnd,
  },
  {
    id: "months",
    example: "3—6月",
    means: { by: "2025-06" },
    pattern: `(?:(?<year>${YEAR})年)?${THIS_YEAR}${N}(?:月份?)?${TO}(?<month>${N})月(?:份|(?<day>${DAY})日)?${PART}`,
    read: monthEnd,
  },
  {
    id: "month",
    example: "2025年6月30日前",
    means: { by: "2025-06-30" },
    pattern: `(?:(?<year>${YEAR})年)?${THIS_YEAR}(?<month>${N})月(?:份|(?<day>${DAY})[日号])?${PART}`,
    read: monthEnd,
  },
  {
    id: "year",
    example: "2025年底前",
    means: { by: "2025" },
    pattern: `(?<year>${YEAR})年?(?:度|全年)?(?:年?[底末初]|[春夏秋冬]季?(?:学期)?|[寒暑][假期])?`,
    read: yearEnd,
  },
  {
    id: "this year",
    example: "年底前",
    means: { by: "2025" },
    pattern: "(?<which>今年|本年度?|明年|次年|翌年|来年)年?[底末内]?|年[底末内]",
    read: (groups, said) =>
      yearOf(groups, { ...(said.year ? { year: said.year } : {}), ...(said.only ? { only: said.only } : {}) }),
  },
  {
    id: "whole year",
    example: "全年",
    means: { by: "2025" },
    pattern: "全年(?!龄|级)",
    read: (_, { only }) => (only ? { year: only } : "always"),
  },
  {
    id: "for ever",
    example: "长期坚持",
    means: { always: true },
    pattern:
      "(?:并|且)?(?:(?:长期|持续|常年|常态化?|经常性|长效|不断|滚动)(?:地|性)?(?:坚持|推进|推动|实施|开展|落实|进行|抓好|优化|深化|巩固|提升|完善|加强|执行|跟进|保持|用力|发力|工作|任务)?){1,2}",
    read: () => "always",
  },
  {
    id: "at once",
    example: "立行立改",
    means: {},
    pattern: "即时|即刻|立即|立刻|立行立改|立查立改|马上|随时|适时|及时|即日起|尽快|近期|中期|远期",
  },
  {
    id: "within",
    example: "印发后15个工作日内",
    means: {},
    pattern:
      "(?:(?:方案|通知|文件|本方案)?(?:印发|下发|发布|公布|实施)(?:之日)?(?:后|起))?(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(?:工作日|自然日|日|天|周|星期|月|年)(?:时间)?(?:以|之)?内",
  },
  {
    id: "with years",
    example: "用3—5年时间",
    means: {},
    pattern: `(?:利?用|通过|力争)?(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})(?:${TO}(?:\\d{1,2}|[一二三四五六七八九十]{1,2}))?(?:个月|年)(?:左右)?的?时间`,
  },
  {
    id: "before an event",
    example: "春节前",
    means: {},
    pattern:
      "(?:春节|元旦|清明节?|五一|端午节?|中秋节?|国庆节?|双节|两节|春耕|汛期?|主汛期|入冬|入夏|入汛|供暖季?|采暖季|开学|学期末|学期结束|高考|中考|全?国?两会|雨季)",
  },
  {
    id: "as ordered",
    example: "按省定时限要求",
    means: {},
    pattern: "(?:按照?|根据|依据?)[^，。；、：:,;\\n]{0,10}?(?:进度|时序|时限|期限|时间|节点)(?:安排|要求|节点|表)?",
  },
];

function yearEnd({ year }: Groups): End {
  return { year: Number(year) };
}

function quarterEnd(groups: Groups, said: Said): End {
  const quarter = smallNumber(groups["quarter"]!);
  return { ...yearOf(groups, said), month: (quarter ?? 4) * 3 };
}

const LAST_DAY_OF: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 };

function monthEnd(groups: Groups, said: Said): End {
  const month = smallNumber(groups["month"]!.replace(/^0/, ""));
  const day =
    groups["day"] === undefined ? LAST_DAY_OF[groups["part"] ?? ""] : smallNumber(groups["day"].replace(/^0/, ""));
  return { ...yearOf(groups, said), ...(month ? { month } : {}), ...(day ? { day } : {}) };
}

/** The year in the words themselves, else the one that they refer to. */
function yearOf({ year, which }: Groups, said: Said): Pick<End, "year"> {
  if (year !== undefined) return { year: Number(year) };
  const base = which === undefined || /^[次翌]/.test(which) ? said.year : said.only;
  if (base === undefined) return {};
  return { year: which !== undefined && /^[明次翌来]/.test(which) ? base + 1 : base };
}

const rows = DEADLINES.map((row) => ({ row, pattern: new RegExp(row.pattern, "y") }));
/** Anything longer is prose, not a time limit. */
const LONGEST = 80;

interface Heard {
  row: DeadlineRow;
  start: number;
  end: number;
  groups: Groups;
}

/** All expressions of time in the words, in order. */
function hear(words: string): Heard[] {
  const heard: Heard[] = [];
  for (let at = 0; at < words.length;) {
    const here = /\d/.test(words[at]!) && /[\d.]/.test(words[at - 1] ?? "") ? undefined : rowAt(words, at);
    if (here) heard.push(here);
    at = here?.end ?? at + 1;
  }
  return heard;
}

function rowAt(words: string, at: number): Heard | undefined {
  for (const { row, pattern } of rows) {
    pattern.lastIndex = at;
    const found = pattern.exec(words);
    if (found) return { row, start: at, end: at + found[0].length, groups: found.groups ?? {} };
  }
  return undefined;
}

/** Half-width and without blanks, so that patterns need one form only. */
const plain = (words: string): string => words.normalize("NFKC").replace(/[\s\u3000]/g, "");

/**
 * Reads a time limit: `2025年6月底前`, `年底前完成试点并持续推进`, `长期坚持`.
 * @param words as printed: a field behind 完成时限, a part of a bracket, a table's cell
 * @param years first and last year of the plan; a month without a year belongs to the year of a one-year plan
 * @returns `undefined` where the words say nothing about time
 */
export function deadlineOf(words: string, years: readonly [number, number]): Deadline | undefined {
  const printed = words.trim();
  if (printed.length > LONGEST) return undefined;
  const heard = hear(plain(printed));
  return heard.length === 0 ? undefined : { text: printed, ...latestOf(heard, years) };
}

/** The latest of several ends (6月底前启动，10月底前完成); `always` counts only where no end is named. */
function latestOf(heard: readonly Heard[], years: readonly [number, number]): Omit<Deadline, "text"> {
  const only = years[0] === years[1] && years[0] > 0 ? years[0] : undefined;
  let year = only;
  const ends: End[] = [];
  let always = false;
  for (const { row, groups } of heard) {
    const end = row.read?.(groups, { ...(year ? { year } : {}), ...(only ? { only } : {}) });
    if (end === "always") always = true;
    if (typeof end !== "object") continue;
    ends.push(end);
    year = end.year ?? year;
  }
  const latest = ends.flatMap((end) => iso(end) ?? []).reduce((a, b) => (sortable(b) > sortable(a) ? b : a), "");
  if (latest !== "") return { by: latest };
  return always && ends.length === 0 ? { always } : {};
}

/** A key to sort by: 2025 ends later than 2025-06. */
const sortable = (by: string): string => by + "-99".repeat(3 - by.split("-").length);

function iso({ year, month, day }: End): string | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return String(year);
  const upToMonth = `${year}-${String(month).padStart(2, "0")}`;
  // 9月31日 means the end of the month.
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day === undefined || day > days ? upToMonth : `${upToMonth}-${String(day).padStart(2, "0")}`;
}

const LABEL = /^(?:完成|整改|办理|推进|工作|实施|落实|办结)?(?:时限|期限|时间|节点|日期)(?:要求)?[:为]?/;
/** Words that may stand before a time, after it, and what is to be done by then. */
const BEFORE =
  /(?:力争|确保|争取|计划|原则上|最迟|预计|截至|截止到?|到|至|于|在|自|从|并|拟|直至|分别|[，,；;、和及(])*/y;
const BEHIND = /(?:年?[底末]|(?:以|之)?前|[内间]|期间|为止|止|左右|起)*/y;
const DONE =
  /(?:(?:要|须|需)?(?:基本|全部|全面|初步|正式|集中|分步|分批|陆续|如期|按时|按期|务必)?(?:完成|取得|启动|实现|建成|见效|见到|落实|落地|办结|出台|印发|上线|投用|投入|开工|竣工|达到|形成|到位|推进|实施|开展|整改|结束|制定|建立|验收|组织|试点|执行|销号|报送|上报)[^，。;；、：:,()\n]{0,16}(?<![局委厅办部处]))?[。.)]?/y;

/** Whether the words are a time limit and nothing else: `6月底前完成`, `长期坚持`; not `6月底前市教育局完成`. */
export function isTimeLimit(words: string): boolean {
  if (words.length > LONGEST) return false;
  const said = plain(words).replace(LABEL, "");
  let at = 0;
  while (at < said.length) {
    const time = rowAt(said, behind(BEFORE, said, at));
    if (!time) return false;
    at = behind(DONE, said, behind(BEHIND, said, time.end));
  }
  return at > 0;
}

function behind(pattern: RegExp, words: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(words)?.[0].length ?? 0);
}
