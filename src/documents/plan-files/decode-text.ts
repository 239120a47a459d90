import { PlanFileError } from "./plan-file-error";

/** Text decoded from bytes. */
export interface DecodedText {
  text: string;
  /** The name that `TextDecoder` uses. */
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | (string & {});
  /** How many places could not be decoded; each is one `\ufffd` in the text. */
  unreadable: number;
}

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/g;
/** Byte order marks. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]],
];
/** How many bytes or characters are sampled to detect the encoding. */
const SAMPLE = 64 * 1024;
/**
 * Highest share of undecodable places among the non-ASCII characters; above it, the encoding must be another one. Short
 * texts may have a few more.
 */
const MAX_UNREADABLE = 0.02;
const FEW = 4;
const MAX_UNREADABLE_IF_SHORT = 0.1;
/** Lowest share of code units typical of Chinese text that marks UTF-16 without a byte order mark. */
const LIKE_CHINESE = 0.9;
/** The characters most frequent in plans, in simplified and in traditional script. */
const FREQUENT = new Set(
  "的一是在和与为及等各市县区局委工作责任单位牵头部门年月日人民政府实施方案建设发展管理重点推进加强开展完成服务项目安全",
);
const FREQUENT_TRADITIONAL = new Set(
  "的一是在和與為及等各市縣區局委工作責任單位牽頭部門年月日人民政府實施方案建設發展管理重點推進加強開展完成服務項目安全",
);

/**
 * Decodes text in UTF-8, UTF-16 with or without a byte order mark, or GB18030 (which includes GBK and GB2312). Single
 * undecodable bytes are tolerated.
 * @throws PlanFileError `big5` for traditional text, `lostCharacters` for Big5 text much of which a program replaced
 * with `?`, `binary` for what is not text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = MARKS.find(([, mark]) => mark.every((byte, k) => bytes[k] === byte));
  if (marked) return decoded(marked[0], bytes.subarray(marked[1].length));
  const wide = wideEncoding(bytes);
  if (wide) return decoded(wide, bytes);
  const utf8 = decoded("utf-8", bytes);
  if (utf8.unreadable === 0) return utf8;
  const tried = [utf8, decoded("gb18030", bytes)].filter(isReadable);
  const best = tried.reduce<DecodedText | undefined>(
    (best, one) => (best && likeness(best.text, FREQUENT) >= likeness(one.text, FREQUENT) ? best : one),
    undefined,
  );
  const big5 = decoded("big5", bytes);
  if (isReadable(big5) && likeness(big5.text, FREQUENT_TRADITIONAL) > (best ? likeness(best.text, FREQUENT) : 0))
    throw new PlanFileError(hasLostCharacters(big5.text) ? "lostCharacters" : "big5");
  if (!best) throw new PlanFileError("binary");
  return best;
}

/**
 * Text with at least this many `?`, making up more than this share of `?` and Chinese characters together, was not
 * typed that way.
 */
const MIN_LOST = 20;
const LOST_SHARE = 0.1;

/**
 * Whether much of the text was replaced with `?` when it was saved in an encoding without these characters. They cannot
 * be recovered.
 */
export function hasLostCharacters(text: string): boolean {
  const lost = text.match(/\?/g)?.length ?? 0;
  const chinese = text.match(CHINESE)?.length ?? 0;
  return lost >= MIN_LOST && lost > (lost + chinese) * LOST_SHARE;
}

function decoded(encoding: string, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, unreadable: text.match(/\ufffd/g)?.length ?? 0 };
}

function isReadable({ text, unreadable }: DecodedText): boolean {
  const beyondAscii = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return unreadable <= Math.max(beyondAscii * MAX_UNREADABLE, Math.min(FEW, beyondAscii * MAX_UNREADABLE_IF_SHORT));
}

/** The share of the given frequent characters among the Chinese characters of a sample. */
function likeness(text: string, frequent: ReadonlySet<string>): number {
  const chinese = text.slice(0, SAMPLE).match(CHINESE) ?? [];
  return chinese.length === 0 ? 0 : chinese.filter((c) => frequent.has(c)).length / chinese.length;
}

/**
 * Detects UTF-16 without a byte order mark: in one byte order nearly all code units are ASCII, Chinese or Chinese
 * punctuation, and in the other fewer are.
 */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const units = Math.min(bytes.length, SAMPLE) >> 1;
  let [little, big, ascii] = [0, 0, 0];
  for (let k = 0; k < units; k++) {
    const [first, second] = [bytes[2 * k]!, bytes[2 * k + 1]!];
    if (isUsual(first, second)) little++;
    if (isUsual(second, first)) big++;
    if (first < 0x80 && second < 0x80 && first !== 0 && second !== 0) ascii++;
  }
  // Pairs of ASCII bytes look like rare Chinese characters in either byte order.
  if (ascii > units / 2) return undefined;
  if (little >= units * LIKE_CHINESE && little > big) return "utf-16le";
  return big >= units * LIKE_CHINESE && big > little ? "utf-16be" : undefined;
}

const isUsual = (low: number, high: number): boolean =>
  (high === 0 && (low === 9 || low === 10 || low === 13 || (low >= 32 && low < 127) || low === 0xb7 || low === 0xd7)) ||
  (high >= 0x4e && high <= 0x9f) ||
  high === 0x30 ||
  high === 0xff ||
  high === 0x20;
