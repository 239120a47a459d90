import type { CleanText } from "../characters";
import { KINDS } from "../lexicon/document-kinds";
import { DATE, isoDate } from "./dates";
import { NUMBER, OFFICE, titleBlockLines, type TitleBlockLine } from "./title-block-lines";
import { isLetter, isNumberLine, quotedIn, shown, titlesIn, type Title } from "./titles";

/** What a document says about itself above and below its text. */
export interface TitleBlock {
  title: string;
  docNumber?: string;
  issuer?: string;
  issued?: string;
  /** Cleaned end of the title block, from which goals may be read. */
  bodyStart: number;
}

/** How many characters may belong to the title block: a letter may stand above the plan. */
const TITLE_BLOCK = 1600;

/**
 * Reads title, number, issuer and date of issue of a plan. What cannot be found is left out; the title may be empty.
 * @param firstMarker cleaned position of the first item or table
 */
export function readTitleBlock(clean: CleanText, firstMarker: number): TitleBlock {
  const { text } = clean;
  const block = text.slice(0, Math.min(firstMarker, TITLE_BLOCK));
  const lines = titleBlockLines(clean, block);
  const titles = titlesIn(lines);
  const own = ownTitle(lines, titles, block);
  const letter = titles.find(({ title }) => isLetter(title))?.title;
  const first = own ?? titles[0] ?? firstLine(block);
  const title = own?.title ?? broughtBy(letter) ?? first?.title ?? quotedIn(block)[0] ?? "";
  return {
    title: shown(title),
    ...present({
      docNumber: numberOf(lines, block),
      issuer: issuerOf(letter ?? title) ?? letterheadOf(lines) ?? signatureOf(text),
      issued: issueDate(text),
    }),
    bodyStart: first?.end ?? 0,
  };
}

/** The fields that are not undefined. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** 关于印发《…》的通知: what the letter brings. */
const broughtBy = (letter: string | undefined): string | undefined =>
  letter ? /(?:印发|转发)(.+?)的?通知$/.exec(letter)?.[1] : undefined;

/** The plan's own title: the one on lines of its own, else the one that the letter names. */
function ownTitle(lines: readonly TitleBlockLine[], titles: readonly Title[], block: string): Title | undefined {
  const names = [...quotedIn(block), ...titles.flatMap(({ title, isNamed }) => (isNamed ? [title] : []))];
  // Where the plan's text runs on from the name that the letter gives it, the title is that name.
  for (const { text, start } of lines) {
    const name = names.find((known) => text.startsWith(known) && text.length > known.length);
    if (name !== undefined) return { title: name, end: start + name.length };
  }
  const own = titles.find(({ title, isNamed }) => !isNamed && !isLetter(title));
  if (!own) return titles.find(({ isNamed }) => isNamed);
  // Where an empty line breaks the title, the letter has the whole one.
  const whole = names.find((name) => name.length > own.title.length && name.endsWith(own.title));
  return whole === undefined ? own : { ...own, title: whole };
}

/** The first line, where it is short and no sentence: for plans whose title does not end as titles do. */
function firstLine(block: string): Title | undefined {
  const found = /\S[^\n]*/.exec(block);
  if (!found) return undefined;
  const title = found[0].trim();
  if (title.length > 50 || /[。；;:，,|\t]/.test(title)) return undefined;
  return { title, end: found.index + found[0].length };
}

const DOC_NUMBER = new RegExp(NUMBER);

/** The number on a line that holds little else; a number cited within a sentence belongs to another document. */
function numberOf(lines: readonly TitleBlockLine[], block: string): string | undefined {
  const alone = lines.map(({ text }) => text.replace(/^[(（]|[)）]$/g, "")).find(isNumberLine);
  if (alone) return DOC_NUMBER.exec(alone)?.[0];
  const runOn = new RegExp(`^[^。！？\\n]{4,90}?(?:${KINDS})(?=${NUMBER})`).exec(block);
  return runOn ? DOC_NUMBER.exec(block.slice(runOn[0].length, runOn[0].length + 30))?.[0] : undefined;
}

const ENDS_LIKE_OFFICE = new RegExp(`${OFFICE}$`);

function issuerOf(title: string): string | undefined {
  const issuer = /^(.{2,50}?)(?:等[^关]{0,10}(?:部门|单位))?关于/.exec(title)?.[1];
  return issuer && ENDS_LIKE_OFFICE.test(issuer) ? issuer : undefined;
}

/** 青溪市水利局文件, above the number. */
function letterheadOf(lines: readonly TitleBlockLine[]): string | undefined {
  for (const { text } of lines) {
    const office = /^(.{2,40})文件$/.exec(text)?.[1];
    if (office && ENDS_LIKE_OFFICE.test(office)) return office;
  }
  return undefined;
}

const SIGNATURE = new RegExp(`([\\u4e00-\\u9fff“”、]{2,60})\\n{0,3}(?:${DATE.source})(?!印发)`);
/** 附件：…方案青溪市水利局: the name of an attachment, run into the signature. */
const ATTACHED = new RegExp(`^.*(?:${KINDS})(?=.{3,}$)`);
const LONGEST_OFFICE = 40;

function signatureOf(text: string): string | undefined {
  for (const part of [text.slice(-400), text.slice(0, TITLE_BLOCK * 2)]) {
    const found = SIGNATURE.exec(part)?.[1];
    if (!found || !/(?:政府|委员会|办公室|办公厅|局|委|厅|部|国务院|管委会)$/.test(found)) continue;
    const office = found.replace(ATTACHED, "");
    if (office.length <= LONGEST_OFFICE) return office;
  }
  return undefined;
}

/**
 * The date of issue: alone on a line near the top (the letter's) or else at the end; else that of a signature in a text
 * without line breaks.
 */
function issueDate(text: string): string | undefined {
  const beginning = text.slice(0, TITLE_BLOCK * 2);
  for (const part of [beginning, text.slice(-600)]) {
    for (const line of part.split("\n")) {
      const found = DATE.exec(line.trim());
      if (found && found[0].length === line.trim().replace(/[()（）]/g, "").length) return isoDate(found);
    }
  }
  const ending = text.slice(-120);
  const found = DATE.exec(ending);
  if (found && /(?:政府|委员会|办公室|局|委|厅|部|院)$/.test(ending.slice(0, found.index))) return isoDate(found);
  const signed = SIGNED.exec(beginning);
  return signed ? isoDate(DATE.exec(signed[0])!) : undefined;
}

/** A signature with its date, behind a sentence or the name of an attachment; not any date in the text. */
const SIGNED = new RegExp(
  `(?<=[。]|(?:${KINDS})(?:\\([^()]{1,20}\\))*)[\\u4e00-\\u9fff]{2,60}(?:政府|委员会|办公室|办公厅|局|委|厅|部|院|管委会|公司)(?:${DATE.source})(?=[\\u4e00-\\u9fff“(]|$)`,
);
