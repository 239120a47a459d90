import { endsLikeUnit } from "../lexicon/endings";
import type { Known } from "../tokens/tokens";

const SHORTEST = 3;
const LONGEST = 16;
/** Marks and words between which a name may stand. */
const BETWEEN =
  /[、，,；;。！？:()[\]{}\\×÷#【】〔〕〖〗“”「」《》<>|/\s—→+&*★☆※▲△◆·=~～….-]+|(?:单位|部门|主体|机构|处室)(?:确定|明确|暂定|定)?[为是]?|由|交由|请|到|以及|会同|(?:报|抄|送|交|归)(?=[省市县区旗])/;
/** The first character of a local unit's name; 市场, 县域 and the like are other words. */
const LOCAL =
  /^(?:省(?!级)|市(?!级|场|容|民(?!政|族|宗)|域|区)|县(?!级|域|城)|区(?!级|域|块|间|分)|旗(?!级|下|舰)|州|盟|镇(?!区|级)|乡(?!村(?!振兴)|镇|级))/;
/** What follows where the words are about somebody in the unit, or something of it. */
const OF_UNIT =
  /^(?:[局处科厅部行院校镇乡县区市省会队所站]?长(?!期)|副|主任|书记|负责人|负责同志|分管|领导|主要|同志|干部|人员|职工|代表|专家|官网|网站|门户|网址|文件|会议|常务|名义|所属|下属|直属|系统|内|外|规定|印发|批准|同意|审[议定批核]|通过|发布|公布|制定|解释|提供|另行|关于|《|的)/;

/**
 * Whether words name a unit for sure: one that the plan has named elsewhere, or one whose name begins with its level
 * and ends like a unit's. What is said of somebody in a unit (县教育局局长) names none.
 */
export const namesForSure = (words: string, known: Known): boolean =>
  words.split(BETWEEN).some((part) => isUnit(longestName(part) ?? knownIn(part, known.names), part, known));

/** Whether words begin with a unit's name: （另）由县公安局搭把手. */
export function beginsWithName(words: string, known: Known): boolean {
  const rest = words.replace(/^[^\u4e00-\u9fff]*(?:另外?|并|同时|再)?(?:由|请|会同)?/, "");
  const part = rest.split(BETWEEN)[0]!;
  const longest = longestName(part);
  if (longest) return isUnit(longest, part, known);
  const name = knownIn(part, known.names);
  return name !== undefined && part.startsWith(name.text) && isUnit(name, part, known);
}

/** Whether the name in a part is meant: not put aside as no unit, and not that of somebody or something in the unit. */
const isUnit = (name: Name | undefined, part: string, { notUnits }: Known): boolean =>
  name !== undefined && !notUnits.has(name.text) && !OF_UNIT.test(part.slice(name.end));

interface Name {
  text: string;
  end: number;
}

function longestName(part: string): Name | undefined {
  if (!LOCAL.test(part)) return undefined;
  for (let end = Math.min(part.length, LONGEST); end >= SHORTEST; end--)
    if (endsLikeUnit(part.slice(0, end))) return { text: part.slice(0, end), end };
  return undefined;
}

function knownIn(part: string, names: ReadonlySet<string>): Name | undefined {
  for (let start = 0; start <= part.length - SHORTEST; start++) {
    for (let end = Math.min(part.length, start + LONGEST); end >= start + SHORTEST; end--) {
      const text = part.slice(start, end);
      if (names.has(text)) return { text, end };
    }
  }
  return undefined;
}
