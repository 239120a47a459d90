import { outside, qualityWords, type Asked, type QualityWord } from "../matrix/limits";
import { doubtOf, isConfirmed } from "../matrix/doubts";
import type { CellValue } from "../matrix/sheet";
import { measureParts } from "../plan/amount-scales";
import { sentence, series, type Sentence } from "../plan/sentence";

export { qualityWords, type Asked, type QualityWord } from "../matrix/limits";

/**
 * What somebody has entered for a number. Only a plain number is taken as it is. A text that can only mean one number
 * is offered, the user is asked about a number that is likely off by a hundred or more, and everything else is reported
 * with its reason; nothing is guessed.
 */
export type Entry =
  | { kind: "blank" }
  | { kind: "number"; value: number }
  /** `isShown`: the cell shows just this number, formatted as a percentage. */
  | { kind: "offer"; value: number; text: string; reason: Sentence; isShown?: true }
  /** `meant`: the number near the target that was probably meant. */
  | { kind: "doubt"; value: number; meant?: number; text: string; reason: Sentence }
  | { kind: "unreadable"; meant?: number; text: string; reason: Sentence };

export type QualityEntry =
  { kind: "blank" } | { kind: "word"; value: QualityWord } | { kind: "unreadable"; text: string; reason: Sentence };

const tidy = (value: CellValue): string =>
  String(value)
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim();

/**
 * Reads a cell that should hold a number.
 * @param isPercent the cell is formatted as a percentage, so that 95 % is held as 0.95
 */
export function readEntry(value: CellValue, asked: Asked, isPercent = false): Entry {
  if (typeof value === "number")
    return isPercent && asked.measure === "%" ? readPercent(value, asked) : readNumber(value, asked);
  const text = tidy(value);
  if (text === "") return { kind: "blank" };
  const shown = String(value).trim();
  const plain = /^[-−]?\d+(?:\.\d+)?$/.test(text) ? Number(text.replace("−", "-")) : undefined;
  if (plain !== undefined)
    return offered(plain, shown, text === shown ? sentence("是文本格式的数字") : sentence("是全角数字"), asked);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text))
    return offered(Number(text.replace(/,/g, "")), shown, sentence("是带千分位的文本"), asked);
  const worded = wordedNumber(text, asked.measure);
  if (worded)
    return (worded.isExact ? exactly : offered)(
      worded.value,
      shown,
      sentence("带有“{{words}}”", { words: worded.words }),
      asked,
    );
  return { kind: "unreadable", text: shown, reason: whyUnreadable(text) };
}

/** The number shown by a cell that is formatted as a percentage: 92 for 0.92. */
export const shownPercent = (value: number): number => Number((value * 100).toPrecision(12));

function readPercent(value: number, asked: Asked): Entry {
  const shown = shownPercent(value);
  const read = exactly(shown, `${shown}%`, sentence("单元格是百分比格式"), asked);
  return read.kind === "offer" ? { ...read, isShown: true } : read;
}

const readNumber = (value: number, asked: Asked): Entry =>
  doubted(value, String(value), asked) ?? { kind: "number", value };

/** Why a number is wrong or doubtful; undefined for one that can be taken as it is. */
function doubted(value: number, text: string, asked: Asked): Entry | undefined {
  const doubt = isConfirmed(value, asked.measure, asked.remark ?? "") ? undefined : doubtOf(value, asked);
  const meant = doubt?.meant === undefined || outside(doubt.meant, asked) ? {} : { meant: doubt.meant };
  const wrong = outside(value, asked);
  if (wrong) return { kind: "unreadable", ...meant, text, reason: wrong };
  return doubt && { kind: "doubt", value, ...meant, text, reason: doubt.reason };
}

/** A number with the row's own measure word, or with 万 or 亿 of it: `1.2万`, `92%`, `23万吨`, `30所`. */
function wordedNumber(text: string, measure: string): { value: number; words: string; isExact: boolean } | undefined {
  const [, digits, words] = /^([-−]?\d+(?:\.\d+)?) ?([^\d\s].*)$/.exec(text) ?? [];
  if (digits === undefined || words === undefined) return undefined;
  const own = measureParts(measure);
  const said = words === measure ? own : measureParts(words);
  // 1.2万 omits the measure word.
  if (said.unit !== own.unit && said.unit !== "") return undefined;
  return {
    value: Number(((Number(digits.replace("−", "-")) * said.scale) / own.scale).toPrecision(12)),
    words,
    isExact: said.unit !== "",
  };
}

/** A number written as text is checked like a number. */
const offered = (value: number, text: string, reason: Sentence, asked: Asked): Entry =>
  doubted(value, text, asked) ?? { kind: "offer", value, text, reason };

/** A number with its measure beside it leaves no doubt. */
function exactly(value: number, text: string, reason: Sentence, asked: Asked): Entry {
  const wrong = outside(value, asked);
  return wrong === undefined ? { kind: "offer", value, text, reason } : { kind: "unreadable", text, reason: wrong };
}

function whyUnreadable(text: string): Sentence {
  if ((qualityWords as readonly string[]).includes(text)) return sentence("这里要填完成的数量，不是完成情况");
  if (!/\d/.test(text)) return /[\p{L}]/u.test(text) ? sentence("是文字，没有数字") : sentence("只有符号，没有数字");
  if (/约|左右|近|余|多|上下|[～~]/.test(text)) return sentence("是约数，请填准确的数");
  if (/\d ?[/:.\-—–] ?\d+(?: ?[/:.\-—–] ?\d+)*$/.test(text)) return sentence("像是分数、日期或区间，请只填一个数");
  if (/%$/.test(text)) return sentence("只填数字部分，不带“%”");
  const words = text.replace(/[\d.,\s]+/g, "");
  return sentence("带有“{{words}}”，请只填数字", { words: [...words].slice(0, 10).join("") });
}

/** Reads a cell of a row without a promised number. */
export function readQuality(value: CellValue): QualityEntry {
  const text = tidy(value);
  if (text === "") return { kind: "blank" };
  const word = qualityWords.find((one) => one === text);
  return word
    ? { kind: "word", value: word }
    : {
        kind: "unreadable",
        text: String(value),
        reason: sentence("请填{{words}}之一", { words: series(qualityWords.map((one) => `“${one}”`)) }),
      };
}
