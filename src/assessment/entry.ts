import { outside, qualityWords, type Asked, type QualityWord } from "../matrix/limits";
import type { CellValue } from "../matrix/sheet";
import { sentence, series, type Sentence } from "../plan/sentence";

export { qualityWords, type Asked, type QualityWord } from "../matrix/limits";

/**
 * What somebody has entered for a number. Only a plain number is taken as it is; a text that can only mean one number is
 * offered, and whatever else stands there is told with the reason, never guessed.
 */
export type Entry =
  | { kind: "blank" }
  | { kind: "number"; value: number }
  | { kind: "offer"; value: number; text: string; reason: Sentence }
  | { kind: "unreadable"; text: string; reason: Sentence };

export type QualityEntry = { kind: "blank" } | { kind: "word"; value: QualityWord } | { kind: "unreadable"; text: string; reason: Sentence };

const tidy = (value: CellValue): string => String(value).normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, " ").trim();

/**
 * Reads what stands in a cell for a number.
 * @param isPercent the cell shows its number as a percentage, so that 95 % is held as 0.95
 */
export function readEntry(value: CellValue, asked: Asked, isPercent = false): Entry {
  if (typeof value === "number") {
    if (isPercent && asked.measure === "%") return offered(Number((value * 100).toPrecision(12)), `${Number((value * 100).toPrecision(12))}%`, sentence("单元格是百分比格式"), asked);
    const reason = outside(value, asked);
    return reason === undefined ? { kind: "number", value } : { kind: "unreadable", text: String(value), reason };
  }
  const text = tidy(value);
  if (text === "") return { kind: "blank" };
  const shown = String(value).trim();
  const plain = /^[-−]?\d+(?:\.\d+)?$/.test(text) ? Number(text.replace("−", "-")) : undefined;
  if (plain !== undefined) return offered(plain, shown, text === shown ? sentence("是文本格式的数字") : sentence("是全角数字"), asked);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return offered(Number(text.replace(/,/g, "")), shown, sentence("是带千分位的文本"), asked);
  const large = /^(\d+(?:\.\d+)?) ?(万|亿)$/.exec(text);
  if (large) return offered(Number((Number(large[1]) * (large[2] === "万" ? 1e4 : 1e8)).toPrecision(12)), shown, sentence("带有“{{words}}”", { words: large[2]! }), asked);
  return { kind: "unreadable", text: shown, reason: whyUnreadable(text, asked) };
}

function offered(value: number, text: string, reason: Sentence, asked: Asked): Entry {
  const wrong = outside(value, asked);
  return wrong === undefined ? { kind: "offer", value, text, reason } : { kind: "unreadable", text, reason: wrong };
}

function whyUnreadable(text: string, { measure }: Asked): Sentence {
  if ((qualityWords as readonly string[]).includes(text)) return sentence("这里要填完成的数量，不是完成情况");
  if (!/\d/.test(text)) return /[\p{L}]/u.test(text) ? sentence("是文字，没有数字") : sentence("只有符号，没有数字");
  if (/约|左右|近|余|多|上下|[～~]/.test(text)) return sentence("是约数，请填准确的数");
  if (/\d ?[/:.\-—–] ?\d+(?: ?[/:.\-—–] ?\d+)*$/.test(text)) return sentence("像是分数、日期或区间，请只填一个数");
  if (/%$/.test(text)) return sentence("只填数字部分，不带“%”");
  const words = text.replace(/[\d.,\s]+/g, "");
  return measure !== "" && words === measure ? sentence("带有单位“{{measure}}”，请只填数字", { measure }) : sentence("带有“{{words}}”，请只填数字", { words: [...words].slice(0, 10).join("") });
}

/** Reads what stands in a cell of a row without a number promised. */
export function readQuality(value: CellValue): QualityEntry {
  const text = tidy(value);
  if (text === "") return { kind: "blank" };
  const word = qualityWords.find((one) => one === text);
  return word ? { kind: "word", value: word } : { kind: "unreadable", text: String(value), reason: sentence("请填{{words}}之一", { words: series(qualityWords.map((one) => `“${one}”`)) }) };
}
