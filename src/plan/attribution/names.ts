import { endsLikeUnit, mayBeUnit } from "../units/endings";
import { LABEL_AT_START, LABELS } from "./words";
import { isGroup, isLevelName } from "../units/groups";

/** A clause of an attribution, `[start, end)` within the content that was cut. */
export interface Clause {
  text: string;
  start: number;
  end: number;
  /** What stands before it: a separator, or empty at the beginning. */
  separator: string;
}

const SEPARATORS = new Set(["、", "，", ",", "；", ";", "。", "/", "|", "\t"]);
const MAY_OPEN_LABEL = new Set(LABELS.map((label) => label.word[0]!));
/** How far a bracket or quotation inside a name may reach; also what keeps hostile text linear. */
const REACH = 60;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "“": "”", "《": "》", "〔": "〕", "[": "]" };

/**
 * Cuts the content of an attribution at its separators, leaving brackets and quotations whole.
 * @param breaksAt whether a white-space gap or line break before this position separates too.
 */
export function cutClauses(content: string, breaksAt: (position: number) => boolean): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let separator = "";
  const close = (end: number, next: string, from: number): void => {
    const text = content.slice(start, end).replace(/\n/g, "");
    if (text !== "" || separator !== "") clauses.push({ text, start, end, separator });
    start = from;
    separator = next;
  };
  for (let i = 0; i < content.length; i++) {
    // A label opens a clause even where the separator before it was forgotten.
    if (i === start || MAY_OPEN_LABEL.has(content[i]!)) {
      const label = LABEL_AT_START.exec(content.slice(i, i + 24));
      if (label) {
        if (i > start) close(i, " ", i);
        i += label[0].length - 1;
        continue;
      }
    }
    const c = content[i]!;
    if (i > start && breaksAt(i)) close(i, " ", i);
    const closer = CLOSERS[c];
    if (closer) {
      const end = content.slice(i + 1, i + 1 + REACH).indexOf(closer);
      if (end >= 0) i += end + 1;
    } else if (SEPARATORS.has(c)) {
      close(i, c, i + 1);
    }
  }
  close(content.length, "", content.length);
  return clauses;
}

const CONNECTOR = /以及|及|和|与/g;
/** Words that are never a unit by themselves: 各有关部门和单位 stays whole. */
const GENERIC = new Set(["单位", "部门", "企业", "机构", "政府", "街道", "乡镇", "社区", "个人", "园区", "镇", "村", "学校", "地方", "相关单位"]);

/**
 * Splits `市教育局和市财政局` but not `文化和旅游部`: a connector separates only where a whole name ends before it and
 * another one, or a collective name, follows.
 */
export function splitAtConnectors(text: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (const found of text.matchAll(CONNECTOR)) {
    const left = text.slice(start, found.index);
    const right = text.slice(found.index + found[0].length);
    if (left === "" || right.length < 2 || GENERIC.has(right)) continue;
    const leftName = left.replace(/等.{0,8}$/, "");
    const leftIsOpen = leftName !== left && leftName !== "";
    const leftEnds = leftIsOpen || endsLikeUnit(left) || isGroup(left) || isLevelName(left);
    const rightIsName = endsLikeUnit(right) || isGroup(right) || mayBeUnit(right);
    if (!leftEnds || !rightIsName || (isLevelName(right) && (isGroup(left) || isLevelName(left)))) continue;
    names.push(left);
    start = found.index + found[0].length;
  }
  names.push(text.slice(start));
  return names;
}
