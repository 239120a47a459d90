import type { Op } from "../model";

/** Words of one meaning that compare a number, either before or after it. */
export interface ComparatorRow {
  id: string;
  side: "before" | "behind";
  op: Exclude<Op, "range" | "=">;
  words: readonly string[];
  /**
   * `hard`: overrides anything after the number (不超过20%以上 is a slip). `soft`: only introduces the number, so that a
   * comparing word next to the number overrides it.
   */
  force?: "hard" | "soft";
  /** Characters that, coming before the word, make it part of another word (附近, 预约). */
  notAfter?: string;
  /** Other words may come between this word and the number (至少主动联系1次). */
  reaches?: true;
  /** The meaning after one of the {@link NEGATIONS}. */
  negated?: { id: string; op: Exclude<Op, "range" | "="> };
}

const split = (words: string): string[] => words.split(" ");
/** Every combination of two words: 提高 + 到. */
const joined = (first: string, last: string): string[] => split(first).flatMap((a) => split(last).map((b) => a + b));

/** Words that say that something must not be. */
export const NEGATIONS: readonly string[] = split(
  "不 不应 不应当 不应该 不宜 不可 不可以 不能 不能够 不得 不准 不许 不允许 不要 不会 不予 严禁 禁止 严格禁止 切勿 请勿 防止 避免 杜绝 决不能 绝不能",
);
/** Words allowed between the negation and the comparing word. */
export const AFTER_NEGATION: readonly string[] = split(
  "再 有 出现 发生 存在 随意 擅自 继续 长期 连续 累计 同时 一次性 单次",
);

/** Each word occurs in one row only. */
export const COMPARATORS: readonly ComparatorRow[] = [
  {
    id: "below",
    side: "before",
    op: "<",
    force: "hard",
    words: split("少于 低于 小于 短于 弱于"),
    negated: { id: "not-below", op: ">=" },
  },
  {
    id: "above",
    side: "before",
    op: ">",
    force: "hard",
    words: split("超过 高于 大于 多于 长于 突破 超出 跨越 迈上"),
    negated: { id: "not-above", op: "<=" },
  },
  {
    id: "over",
    side: "before",
    op: ">",
    force: "hard",
    words: ["超"],
    notAfter: "赶高",
    negated: { id: "not-over", op: "<=" },
  },
  { id: "short-of", side: "before", op: "<", force: "hard", words: split("不足 不到 不满") },
  { id: "sign-not-below", side: "before", op: ">=", force: "hard", words: split("≥ ≧ ⩾ ≮ >= =>") },
  { id: "sign-not-above", side: "before", op: "<=", force: "hard", words: split("≤ ≦ ⩽ ≯ <= =<") },
  { id: "sign-above", side: "before", op: ">", force: "hard", words: [">"] },
  { id: "sign-below", side: "before", op: "<", force: "hard", words: ["<"] },
  { id: "at-least", side: "before", op: ">=", words: split("至少 最少 最低 起码"), reaches: true },
  { id: "at-most", side: "before", op: "<=", words: split("最多 最高 最长 至多"), reaches: true },
  { id: "reaches", side: "before", op: ">=", words: split("达到 力争达 高达") },
  { id: "reaches-to", side: "before", op: ">=", words: ["达"], notAfter: "发到" },
  {
    id: "rises-to",
    side: "before",
    op: ">=",
    words: [
      ...joined("提高 提升 增加 增 扩大 增长 扩充 扩展 拓展 发展 上升 升 提 延长 攀升 跃升 恢复 回升 壮大", "到 至"),
    ],
  },
  { id: "keeps-at", side: "before", op: ">=", words: split("保持在 维持在") },
  { id: "points-at", side: "before", op: ">=", words: split("实现 完成 力争"), force: "soft" },
  {
    id: "falls-to",
    side: "before",
    op: "<=",
    words: joined("压缩 压减 压降 压 缩短 缩减 缩小 缩 精简 降 降低 下降 减少 减 收窄 削减 回落", "到 至 为"),
  },
  { id: "held-within", side: "before", op: "<=", words: split("控制在 控制到 控制至 限制在 限制到") },
  { id: "about", side: "before", op: "~", words: split("大约 约为 约达 大致 接近 稳定在 稳定到 基本稳定在 ≈") },
  { id: "near", side: "before", op: "~", words: ["近"], notAfter: "最附临邻靠远相" },
  { id: "roughly", side: "before", op: "~", words: ["约"], notAfter: "节预合契集公签履" },
  {
    id: "or-more",
    side: "behind",
    op: ">=",
    words: split("以上 及以上 或以上 (含)以上 (含)及以上 含以上 以上(含) 之上"),
  },
  { id: "onward", side: "behind", op: ">=", words: split("起 起步"), force: "soft" },
  { id: "within", side: "behind", op: "<=", words: split("以内 之内 内 (含)以内") },
  { id: "or-less", side: "behind", op: "<=", words: split("以下 及以下 或以下 (含)以下 (含)及以下 以下(含) 之下") },
  { id: "or-so", side: "behind", op: "~", words: split("左右 上下 前后") },
];
