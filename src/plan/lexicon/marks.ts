import type { Role } from "./labels";

/** A word that stands behind a unit's name in brackets of its own, and says what the unit does: 县教育局（牵头）. */
export interface Mark {
  word: string;
  role: Role;
  example: string;
}

/** Each word also counts with 单位 or 部门 behind it: （牵头单位）. */
export const MARKS: readonly Mark[] = [
  ...marks("lead", "牵头 主办 主责 总牵头 组长 主 牵"),
  ...marks("support", "配合 协办 协助 参与 协同 协责 协 配 辅"),
  ...marks("main", "责任 负责 承办"),
  ...marks("skip", "督办 监督"),
];

function marks(role: Role, words: string): Mark[] {
  return words.split(" ").map((word) => ({ word, role, example: `市教育局（${word}）` }));
}

const roles = new Map(MARKS.map(({ word, role }) => [word, role]));
const AT_END = new RegExp(`[([【〔](${[...roles.keys()].join("|")})(?:单位|部门)?[)\\]】〕]$`);

/** The mark at the end of a name: where it begins, and the role that it gives. */
export function markAtEnd(name: string): { start: number; role: Role } | undefined {
  const found = AT_END.exec(name);
  return found ? { start: found.index, role: roles.get(found[1]!)! } : undefined;
}
