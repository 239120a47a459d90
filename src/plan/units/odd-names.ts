import { endsLikeUnit, mayBeUnit } from "../lexicon/endings";
import { isGroup } from "./groups";

/** A reason to doubt a name as read: words or signs in it that no unit's name has. */
export interface OddName {
  id: string;
  /** `example` is odd for this reason; `but` is a similar name that is not. */
  example: string;
  but: string;
  applies: (name: string) => boolean;
}

const LEVEL = "[省市县区旗镇乡]";
const END = "[局委厅办部院会社联心队站处司镇乡]";
const matches =
  (pattern: RegExp) =>
  (name: string): boolean =>
    pattern.test(name);

/** 县公安局搭台: the last character is also the ending of other units' names. */
function hasWordsBehind(name: string): boolean {
  return (
    /^[省市县区旗][^、]{1,10}[局委厅办部联心][^、]{1,3}(?:台|(?<!工)会|行|关|团|校|社|[省市县区旗州盟镇乡])$/.test(
      name,
    ) && !endsLikeUnit(name)
  );
}

export const ODD_NAMES: readonly OddName[] = [
  {
    id: "sign",
    example: "县教育局→县公安局",
    but: "12345热线中心",
    applies: matches(/[→=<>{}|*×÷\\~～…#@$^_「」『』]|[※\p{So}]/u),
  },
  {
    id: "joined",
    example: "县教育局+县公安局",
    but: "“互联网+”办公室",
    applies: matches(new RegExp(`${END}(?:[+&·]|—+)`)),
  },
  {
    id: "words-before",
    example: "报县教育局",
    but: "如东县教育局",
    applies: matches(
      new RegExp(
        `^(?:报|抄|抄送|送|分管|联系|协调|对接|含|原|如|归|交给|[^省市县区旗]{2,4}(?:来自|由|向|给))(?=${LEVEL})`,
      ),
    ),
  },
  {
    id: "two-names",
    example: "县教育局兜底县公安局",
    but: "市委市政府督查办",
    applies: matches(/^([省市县区旗])[^、]{1,12}[局厅办].{0,4}\1[^、]{1,10}[局委厅办部]$/),
  },
  {
    id: "what-it-is",
    example: "县教育局是托底单位",
    but: "县机关事业单位",
    applies: matches(new RegExp(`${END}(?:是|为|作为|系)[\\u4e00-\\u9fff]{1,6}(?:单位|部门|主体|机构)$`)),
  },
  {
    id: "words-behind",
    example: "县公安局搭台",
    but: "县公安局看守所",
    applies: hasWordsBehind,
  },
  {
    id: "remark-behind",
    example: "县教育局(县财政局兜底)",
    but: "市交通委(市道运局)",
    applies: (name) => {
      const remark = /[([【〔“]([^()[\]【】〔〕“”]+)[)\]】〕”]$/.exec(name)?.[1];
      return (
        remark !== undefined &&
        !isGroup(remark) &&
        (!mayBeUnit(remark) || hasWordsBehind(remark) || (remark.length === 2 && !endsLikeUnit(remark)))
      );
    },
  },
];

/** The reason to doubt a name, if there is one. */
export const oddityOf = (name: string): OddName | undefined => ODD_NAMES.find(({ applies }) => applies(name));
