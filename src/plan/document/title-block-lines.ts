import type { CleanText } from "../characters";
import { KINDS, LETTERS } from "../lexicon/document-kinds";
import { DATE_WORDS } from "../lexicon/years";

/** （2021—2025年）, （试行） behind a name. */
export const IN_BRACKETS = "(?:\\([^()\\n]{1,20}\\))*";
/** Endings of the names of offices that issue plans. */
export const OFFICE = "(?:政府|委员会|办公室|办公厅|局|委|厅|部|国务院|院|管委会|指挥部|领导小组|党组|公司|集团)";
/** 青政发〔2024〕3号. */
export const NUMBER = "[\\u4e00-\\u9fff]{1,14}[〔\\[(【](?:19|20)\\d{2}[〕\\])】](?:第)?\\d{1,4}号";

/** A line of a document's title block, or a part of one whose line breaks were lost; cleaned offsets. */
export interface TitleBlockLine {
  text: string;
  start: number;
  end: number;
}

interface LineJoint {
  id: string;
  /** Empty matches at the positions. */
  at: RegExp;
  /** `|` marks the position. */
  example: string;
}

/** Where two lines of a letter or a title block were run together. */
export const LINE_JOINTS: readonly LineJoint[] = [
  {
    id: "before number",
    at: new RegExp(`(?<=[\\u4e00-\\u9fff]文件)(?=${NUMBER})`, "g"),
    example: "青溪市水利局文件|青水〔2023〕17号",
  },
  {
    id: "behind number",
    at: new RegExp(`(?<=(?:^|文件)(?!根据|按照|依据|落实|贯彻|执行|转发)${NUMBER})(?=[\\u4e00-\\u9fff“《])`, "g"),
    example: "青水〔2023〕17号|青溪市水利局关于整治的通知",
  },
  {
    id: "between number and title",
    at: new RegExp(`(?<=[〔\\[(【](?:19|20)\\d{2}[〕\\])】]\\d{1,4}号)(?=[\\u4e00-\\u9fff]{2,40}关于)`, "g"),
    example: "专题会纪要〔2022〕69号|青溪公司关于例会的纪要",
  },
  {
    id: "between title and number",
    at: new RegExp(`(?<=关于[^。\\n]{2,60}(?:${KINDS}))(?=${NUMBER}[\\u4e00-\\u9fff])`, "g"),
    example: "青溪市关于节水的意见|青水〔2023〕17号各镇",
  },
  {
    id: "before addressees",
    at: new RegExp(`(?<=关于[^。\\n]{2,90}的(?:${LETTERS}))(?=[\\u4e00-\\u9fff][^。\\n]{1,300}:)`, "g"),
    example: "青溪市水利局关于整治的通知|各县水利局:",
  },
  {
    id: "behind signature",
    at: new RegExp(`(?<=${OFFICE}${DATE_WORDS})(?=[\\u4e00-\\u9fff“《(])`, "g"),
    example: "青溪市水利局2023年3月30日|小水电整治方案",
  },
  {
    id: "before signature",
    at: new RegExp(`(?<=(?:${KINDS})${IN_BRACKETS})(?=[\\u4e00-\\u9fff]{2,60}${OFFICE}${DATE_WORDS})`, "g"),
    example: "附件:小水电整治方案|青溪市水利局2023年3月30日",
  },
  {
    id: "before annex",
    at: /(?<=[。日号X\d)])(?=附件\d{0,2}:?[“《\u4e00-\u9fff])/g,
    example: "电话:0531-1234|附件:小水电整治方案",
  },
  { id: "behind a sentence", at: /(?<=。)(?=[^\n])/g, example: "现印发给你们。|小水电整治方案" },
];

/** Shorter lines do not contain several paragraphs run together. */
const LONG_LINE = 60;
const NAMED = new RegExp(`(?:${KINDS})${IN_BRACKETS}$`);

/** The lines of a title block; lines that were run together are cut where they meet. */
export function titleBlockLines(clean: CleanText, block: string): TitleBlockLine[] {
  const found: TitleBlockLine[] = [];
  let at = 0;
  for (const line of block.split("\n")) {
    const cuts = new Set<number>(
      line.length > 0
        ? LINE_JOINTS.flatMap(({ id, at: place }) =>
            id === "behind a sentence" && line.length <= LONG_LINE
              ? []
              : [...line.matchAll(place)].map(({ index }) => index),
          )
        : [],
    );
    for (let k = 1; k < line.length && line.length > LONG_LINE; k++)
      if (clean.gapBefore(at + k) && NAMED.test(line.slice(Math.max(0, k - 40), k))) cuts.add(k);
    const ends = [...cuts].filter((k) => k > 0).sort((a, b) => a - b);
    [0, ...ends].forEach((from, k) =>
      found.push({
        text: line.slice(from, ends[k] ?? line.length).trim(),
        start: at + from,
        end: at + (ends[k] ?? line.length),
      }),
    );
    at += line.length + 1;
  }
  return found;
}
