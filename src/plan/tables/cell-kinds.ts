import { parseAttribution } from "../attribution/parse";
import { endsLikeUnit, mayBeUnit } from "../lexicon/endings";
import { namesUnits } from "../lexicon/labels";
import { isGroup } from "../units/groups";
import { NOTHING, type Cell } from "./table";

/** What a line of a cell looks like, judged by itself. */
export type CellKind =
  "blank" | "nothing" | "number" | "when" | "phone" | "figure" | "heading" | "units" | "person" | "words" | "sentence";

interface KindShape {
  kind: CellKind;
  example: string;
  match(line: string): boolean;
}

const NUMERAL = "(?:\\d{1,3}|[〇零一二三四五六七八九十百]{1,4})";
/** A number alone in a cell; group 1 or 2 is the numeral. */
const NUMBER = new RegExp(
  `^(?:第(${NUMERAL})[章条项]?|[(【]?(${NUMERAL}|[①-⑳])[)】]?)[.、．。]?$|^\\d{1,2}[-.]\\d{1,2}(?:[-.]\\d{1,2})?$`,
);
const SURNAME =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤洪欧]";
const TITLED = "(?:长|书记|主任|常委|委员|主席|副|同志)";
const PERSON = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{0,12}${TITLED})?${SURNAME}[\\u4e00-\\u9fff某×xX*]{1,3}(?:\\([\\u4e00-\\u9fff、]{1,12}\\))?$`,
);
const TITLE = new RegExp(`^[\\u4e00-\\u9fff]{1,12}${TITLED}$`);
const WHEN =
  /^(?:(?:到|于|至|截至|力争)?(?:(?:19|20)\d{2}[年./—-]|\d{2}年|每[年月季周日]|每半年|全年|全程|长期|持续|常年|常态|按年|逐年|分年|\d{1,2}月|[一二三四五六七八九十]{1,3}月|年[底内末前初]|即时|即知|立即|立行|随时|实时|适时|近期|中期|远期|[上下]半年|第?[一二三四1-4]季度|“?十[四五]五|当年|当月|已完成|已办|根据|按照?(?:上级|时限|要求)|按时|Q[1-4]|今年|明年|本年|\d{1,2}个(?:月|工作日)|贯穿))|^[\u4e00-\u9fff\d]{0,6}(?:底前?|月前|年内|日前|推进|坚持|整改|完成)$/;
const FIGURE = /^(?!\d{1,3}[.、](?!\d))[≥≤<>＜＞约达±]?\d[\d,.%~—-]*(?:[\u4e00-\u9fff%㎡]{0,4})$/;
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十\d]{1,3}(?:部分|[章节篇])|专栏)./;
/** A line that begins with a verb is a task even where it ends like a name (迁建县政务服务中心). */
const BEGINS_AS_TASK =
  /^(?:\d{1,3}[.、]|\(\d{1,3}\))|^(?:新建|改建|扩建|迁建|建设|建成|建立|启动|完成|推进|加快|开展|实施|组织|制定|完善|加强|强化|落实|推动|提升|优化|做好|深化|打造|成立|组建|设立|申报|争取|筹建|改造|开工|编制|支持|培育|引进|创建|规范|健全|抓好|严格|整治|清理|督促|配齐|配强)/;

/** The kinds of lines, in the order in which they are tried. */
const KINDS: readonly KindShape[] = [
  { kind: "nothing", example: "—", match: (line) => NOTHING.test(line) },
  { kind: "number", example: "1", match: (line) => line.length <= 8 && NUMBER.test(line) },
  {
    kind: "phone",
    example: "0818-1234567",
    match: (line) =>
      line.length <= 30 && /^(?:\d{3,4}[-—])?\d{7,11}(?:[、;；,]?\s?(?:\d{3,4}[-—])?\d{7,11})*$/.test(line),
  },
  {
    kind: "when",
    example: "10月底前",
    match: (line) => line.length <= 24 && !/[。；、]/.test(line) && WHEN.test(line) && !BEGINS_AS_TASK.test(line),
  },
  { kind: "figure", example: "500万元", match: (line) => line.length <= 12 && FIGURE.test(line) },
  {
    kind: "heading",
    example: "一、基础设施",
    match: (line) => line.length <= 50 && !/[。；]/.test(line) && HEADING.test(line),
  },
  {
    kind: "person",
    example: "李小明",
    match: (line) => line.length <= 60 && holdsPersons(line) && !holdsUnits(line, 1),
  },
  {
    kind: "units",
    example: "县财政局、县水利局",
    match: (line) => !BEGINS_AS_TASK.test(line) && (holdsUnits(line) || unitAndPerson(line) !== undefined),
  },
  { kind: "sentence", example: "改造乡村公路。", match: (line) => line.length > 30 || /[。；！？:]/.test(line) },
  { kind: "words", example: "乡村公路", match: () => true },
];

/** The kind of a line, judged by itself; an empty one is `blank`. */
export const cellKind = (line: string): CellKind =>
  line === "" ? "blank" : KINDS.find(({ match }) => match(line))!.kind;

/** The kind of a cell; one whose lines are of different kinds is a `sentence`. */
export function kindOfCell({ lines, text }: Cell): CellKind {
  if (lines.length <= 1) return cellKind(text);
  const kinds = new Set(text.split("\n").map(cellKind));
  return kinds.size === 1 ? [...kinds][0]! : "sentence";
}

/** The rows of the table of kinds, each with an example. */
export const cellKinds: readonly Pick<KindShape, "kind" | "example">[] = KINDS;

/** Whether a line holds names of persons and nothing else, with or without titles: 张某某、副县长李某. */
function holdsPersons(line: string): boolean {
  const parts = line.split(/[、，,;；]/);
  return parts.some((part) => PERSON.test(part)) && parts.every((part) => PERSON.test(part) || TITLE.test(part));
}

const OFFICE =
  /(?:副?(?:局长|主任|部长|书记|县长|市长|区长|镇长|乡长|处长|科长|经理|院长|校长|会长|行长|主席)|党组书记)?$/;
const LONGEST_PERSON = 4;

/** Splits `县住建局王某`, `县住建局局长王某`: a unit with a person right behind it; undefined for other lines. */
export function unitAndPerson(line: string): { unit: string; person: string } | undefined {
  for (let length = 2; length <= Math.min(LONGEST_PERSON, line.length - 3); length++) {
    const name = line.slice(-length);
    if (!PERSON.test(name)) continue;
    const before = line.slice(0, -length);
    const unit = before.replace(OFFICE, "");
    if (endsLikeUnit(unit) && unit.length >= 3) return { unit, person: line.slice(unit.length) };
  }
  return undefined;
}

const LONGEST_LIST = 400;

/** Words that only a sentence contains, even if it ends like a name (…报县政府办公室). */
const NO_NAME = /[将把]|每[月年季]|\d[月日年]|[要须]|报[送至]?.{0,4}[县市区省旗]/;

/**
 * Whether the content is a list of units and nothing else.
 * @param share how many of the names must end as units do
 */
export function holdsUnits(content: string, share = 0.5): boolean {
  if (content.length > LONGEST_LIST || /[！？]|。./.test(content) || NO_NAME.test(content)) return false;
  const bare = content.includes(":") || SAYS_WHO.test(content) ? undefined : namesEnd(content);
  // Where only some names end as units do, the notations know more (省科技、农业农村、水利厅).
  const ends = bare && (bare.every(Boolean) || !bare.some(Boolean)) ? bare : entriesEnd(content);
  const plausible = ends.filter(Boolean).length;
  // 县人力资源和社会保障、自然资源局: a name may lack its ending.
  return plausible > 0 && plausible >= ends.length * share;
}

/** With these words only the notations can tell what the names are. */
const SAYS_WHO = /牵头|负责|配合|参与|参加|会同|协助|协同|落实|等/;
/** A bracket within a name: 各县(市、区)政府. */
const ASIDE = /\([^()]*\)/g;

/** For each name of a plain list, whether it ends as units do. */
function namesEnd(content: string): boolean[] {
  const names = content
    .replace(ASIDE, "")
    .split(/[、，,；;。/]/)
    .filter((name) => name !== "");
  return names.map((name) => mayBeUnit(name) || isGroup(name));
}

/** The same for the names that the notations read; empty where there are other words too. */
function entriesEnd(content: string): boolean[] {
  const isLabelled = namesUnits(content);
  if (content.includes(":") && !isLabelled) return [];
  const { entries, other } = parseAttribution(isLabelled ? content : `责任单位:${content}`);
  return other.length > 0 ? [] : entries.map(({ plausible }) => plausible);
}
