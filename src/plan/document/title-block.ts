import type { CleanText } from "../characters";
import { KINDS } from "../lexicon/document-kinds";
import { DATE, isoDate } from "./dates";
import { NUMBER, OFFICE, titleBlockLines, type TitleBlockLine } from "./title-block-lines";
import { isLetter, isNumberLine, quotedIn, shown, titlesIn, type Title } from "./titles";

/** What stands above and below a plan's text. */
export interface TitleBlock {
  title: string;
  docNumber?: string;
  issuer?: string;
  issued?: string;
  /** Cleaned end of the title block, from which goals may be read. */
  bodyStart: number;
}

/** How far the head of a document is read: a letter may stand above the plan. */
const TITLE_BLOCK = 1600;

/** Title, number, issuer and date of a plan; what cannot be found is left out, and the title may be empty. */
export function readTitleBlock(clean: CleanText, firstMarker: number): TitleBlock {
  const { text } = clean;
  const block = text.slice(0, Math.min(firstMarker, TITLE_BLOCK));
  const pieces = titleBlockLines(clean, block);
  const titles = titlesIn(pieces);
  const own = ownTitle(pieces, titles, block);
  const letter = titles.find(({ title }) => isLetter(title))?.title;
  const first = own ?? titles[0] ?? firstLine(block);
  const title = own?.title ?? broughtBy(letter) ?? first?.title ?? quotedIn(block)[0] ?? "";
  return {
    title: shown(title),
    ...present({
      docNumber: numberOf(pieces, block),
      issuer: issuerOf(letter ?? title) ?? letterheadOf(pieces) ?? signatureOf(text),
      issued: issueDate(text),
    }),
    bodyStart: first?.end ?? 0,
  };
}

/** What there is of some fields. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** 关于印发《…》的通知: what the letter brings. */
const broughtBy = (letter: string | undefined): string | undefined =>
  letter ? /(?:印发|转发)(.+?)的?通知$/.exec(letter)?.[1] : undefined;

/** The plan's own title: on lines of its own; else as the letter names it. */
function ownTitle(pieces: readonly TitleBlockLine[], titles: readonly Title[], block: string): Title | undefined {
  const names = [...quotedIn(block), ...titles.flatMap(({ title, isNamed }) => (isNamed ? [title] : []))];
  // Where the plan's text begins with the name that the letter gives it, the name ends where it does there.
  for (const { text, start } of pieces) {
    const name = names.find((known) => text.startsWith(known) && text.length > known.length);
    if (name !== undefined) return { title: name, end: start + name.length };
  }
  const own = titles.find(({ title, isNamed }) => !isNamed && !isLetter(title));
  if (!own) return titles.find(({ isNamed }) => isNamed);
  // A title broken by an empty line is whole in the letter.
  const whole = names.find((name) => name.length > own.title.length && name.endsWith(own.title));
  return whole === undefined ? own : { ...own, title: whole };
}

/** A plan whose title ends like no title: the first line, when it is short and no sentence. */
function firstLine(block: string): Title | undefined {
  const found = /\S[^\n]*/.exec(block);
  if (!found) return undefined;
  const title = found[0].trim();
  if (title.length > 50 || /[。；;:，,|\t]/.test(title)) return undefined;
  return { title, end: found.index + found[0].length };
}

const DOC_NUMBER = new RegExp(NUMBER);

/** Lines that hold a document number and little else; a number cited inside a sentence is another document's. */
function numberOf(pieces: readonly TitleBlockLine[], block: string): string | undefined {
  const alone = pieces.map(({ text }) => text.replace(/^[(（]|[)）]$/g, "")).find(isNumberLine);
  if (alone) return DOC_NUMBER.exec(alone)?.[0];
  const runOn = new RegExp(`^[^。！？\\n]{4,90}?(?:${KINDS})(?=${NUMBER})`).exec(block);
  return runOn ? DOC_NUMBER.exec(block.slice(runOn[0].length, runOn[0].length + 30))?.[0] : undefined;
}

const ENDS_LIKE_OFFICE = new RegExp(`${OFFICE}$`);

function issuerOf(title: string): string | undefined {
  const issuer = /^(.{2,50}?)(?:等[^关]{0,10}(?:部门|单位))?关于/.exec(title)?.[1];
  return issuer && ENDS_LIKE_OFFICE.test(issuer) ? issuer : undefined;
}

/** 青溪市水利局文件, over the number. */
function letterheadOf(pieces: readonly TitleBlockLine[]): string | undefined {
  for (const { text } of pieces) {
    const office = /^(.{2,40})文件$/.exec(text)?.[1];
    if (office && ENDS_LIKE_OFFICE.test(office)) return office;
  }
  return undefined;
}

const SIGNATURE = new RegExp(`([\\u4e00-\\u9fff“”、]{2,60})\\n{0,3}(?:${DATE.source})(?!印发)`);
/** 附件：…方案青溪市水利局: the name of what is attached, run into the signature. */
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
 * A date on a line of its own, first near the top (the letter's), else at the end; or that of a signature in a run-on
 * text.
 */
function issueDate(text: string): string | undefined {
  const head = text.slice(0, TITLE_BLOCK * 2);
  for (const part of [head, text.slice(-600)]) {
    for (const line of part.split("\n")) {
      const found = DATE.exec(line.trim());
      if (found && found[0].length === line.trim().replace(/[()（）]/g, "").length) return isoDate(found);
    }
  }
  const tail = text.slice(-120);
  const found = DATE.exec(tail);
  if (found && /(?:政府|委员会|办公室|局|委|厅|部|院)$/.test(tail.slice(0, found.index))) return isoDate(found);
  const signed = SIGNED.exec(head);
  return signed ? isoDate(DATE.exec(signed[0])!) : undefined;
}

/** A signature with its date, behind a sentence or an enclosure; not a date in the text. */
const SIGNED = new RegExp(
  `(?<=[。]|(?:${KINDS})(?:\\([^()]{1,20}\\))*)[\\u4e00-\\u9fff]{2,60}(?:政府|委员会|办公室|办公厅|局|委|厅|部|院|管委会|公司)(?:${DATE.source})(?=[\\u4e00-\\u9fff“(]|$)`,
);
