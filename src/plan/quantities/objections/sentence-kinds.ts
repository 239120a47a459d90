// What a whole sentence, or the headings above it, say about the numbers in it.

const CAUSED = /造成|导致|致使|引发|发生|致[死伤残]/;
const HARM = /死亡|重伤|轻伤|失踪|中毒|伤亡|经济损失|受灾|受伤|停电|停水|减供|中断|病例|被困|疏散|转移人员/;
const HARM_FALLS = /下降|控制|减少|降低|杜绝|压减|防范|遏制/;

/** Whether a sentence describes a class of events: 造成3人以上10人以下死亡的. */
export function tellsEvent(text: string, start: number, end: number): boolean {
  const words = text.slice(start, Math.min(end, start + 400));
  return CAUSED.test(words) && HARM.test(words) && !HARM_FALLS.test(words);
}

const DEFINING_HEADING =
  /(?:(?:事件|事故|灾害|响应|预警|风险|应急)[^、，]{0,4}(?:分级|级别|等级|等级划分|标准|条件)|分级(?:标准|响应|条件)|等级划分|认定标准|奖励标准|补[助贴]标准|启动条件|评分标准|计分(?:办法|规则)|(?:申报|申请|准入|入选|认定|评选|遴选|参评|适用|基本)(?:条件|标准|范围|资格))$/;
/** Headings that announce work on something: 健全风险分级. */
const DONE_HEADING = /完善|健全|建立|落实|推进|加强|强化|实施|提升|提高|优化|制定|统一|规范/;
/** The start of a list of conditions: 应符合以下条件. */
const CRITERIA =
  /(?:以下|下列|如下)[^。；，：:]{0,4}(?:条件|情形|标准|要求)(?:之一)?(?:的)?[:：，]|条件(?:为|是|如下)?[:：]/;

/** Position at which a sentence starts to list conditions that somebody must meet; `Infinity` if it lists none. */
export function criteriaPosition(text: string, start: number, end: number): number {
  const found = CRITERIA.exec(text.slice(start, Math.min(end, start + 400)));
  return found ? start + found.index : Infinity;
}

/** Whether the headings announce a definition, so that numbers below them define something. */
export const defines = (section: readonly string[]): boolean =>
  section.some((heading) => DEFINING_HEADING.test(heading) && !DONE_HEADING.test(heading));
