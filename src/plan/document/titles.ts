import { withFullBrackets } from "../bracket-width";
import { KINDS, LETTERS } from "../lexicon/document-kinds";
import { DATE } from "./dates";
import { IN_BRACKETS, NUMBER, type TitleBlockLine } from "./title-block-lines";

/** A title in a document's title block. */
export interface Title {
  title: string;
  /** Cleaned position where its words end. */
  end: number;
  /** It only names what a letter attaches (附件：…, 《…》), and does not stand above that text. */
  isNamed?: boolean;
}

const TITLE_END = new RegExp(`(?:${KINDS})${IN_BRACKETS}(?:的(?:${LETTERS}))?$`);
/** A title without a line break behind it, up to the words with which the text, the number or the addressees begin. */
const RUN_ON_TITLE = new RegExp(
  `^[^。！？\\n]{4,90}?(?:${KINDS})${IN_BRACKETS}(?=[\\u4e00-\\u9fff]{1,14}〔|为|各|根据|按照|现|近年|一、|\\d{1,2}月|$)`,
);
/** `（2021—2025年）`, `（试行）` on a line below the title; not a note about the document (此件公开发布). */
const TITLES_BRACKET =
  /^\((?:(?:19|20)\d{2}年?(?:[—–~～至到-]+(?:19|20)\d{2}年?)?(?:度|版)?|试行|暂行|修订版?|修订稿|征求意见稿|送审稿|草案|“?十[二三四五六七八九]五”?[^()]{0,6})\)$/;
/** 附件2 before the title of the annex. */
const ANNEX_NUMBER = /^附件\d{0,2}(?=[\u4e00-\u9fff“《])/;
/** 附件：… in a letter names what is attached. */
const ENCLOSED = new RegExp(`^附件\\d{0,2}:(?:1\\.)?《?([^。；:\\n]{4,80}?(?:${KINDS})${IN_BRACKETS})》?$`);
/** The stage of a draft, which is not part of its name. */
const STAGE = /\((?:送审稿|征求意见稿|讨论稿|审议稿|报批稿|代拟稿|草案|草稿|初稿)\)$/;
const QUOTED = new RegExp(`《([^《》\\n]{4,80}(?:${KINDS})${IN_BRACKETS})》`, "g");
const LONGEST = 90;

const WITH_NUMBER = new RegExp(NUMBER);
const NUMBER_LAST = new RegExp(`${NUMBER}$`);

/** Whether a line holds a document number and little else. */
export const isNumberLine = (line: string): boolean =>
  WITH_NUMBER.test(line) && line.length <= 30 && !/[。，,《]/.test(line);

/** The titles of a title block, in order: runs of short lines without a full stop that end like a title. */
export function titlesIn(lines: readonly TitleBlockLine[]): Title[] {
  const reader = new TitleReader();
  for (const line of lines) reader.read(line);
  return reader.titles;
}

class TitleReader {
  readonly titles: Title[] = [];
  private parts: string[] = [];
  /**
   * The last title ended on the line right above and may continue: a title may be broken after a word that could end
   * it, or before a bracket.
   */
  private mayGoOn = false;

  read({ text, end }: TitleBlockLine): void {
    const content = text.replace(ANNEX_NUMBER, "");
    if (this.goesOn(content, end)) return;
    if (/^\([^()]{0,6}(?:公开|不予公开|删减)[^()]{0,6}\)$/.test(content)) return this.reset();
    this.mayGoOn = false;
    if (content === "") return continuesTitle(this.parts) ? undefined : this.reset();
    if (
      /^(?:附件|附表)\d{0,2}$/.test(content) ||
      isNumberLine(content) ||
      NUMBER_LAST.test(content) ||
      this.takesEnclosed(content, end)
    )
      return this.reset();
    if (/[。！？；:]/.test(content) || content.length > LONGEST) return this.readRunOn(content, end);
    if (DATE.test(content)) return this.reset();
    this.parts.push(content);
    const joined = this.parts.join("");
    if (!TITLE_END.test(joined) || joined.length < 4) return;
    this.titles.push({ title: joined, end });
    this.reset();
    // A title never continues after 的通知.
    this.mayGoOn = !/通知$/.test(joined);
  }

  private reset(): void {
    this.parts = [];
  }

  private goesOn(content: string, end: number): boolean {
    const last = this.titles.at(-1);
    if (!this.mayGoOn || !last) return false;
    const isRest = content.length <= 40 && TITLE_END.test(content) && !/[。！？；:]/.test(content);
    if (!isRest && !TITLES_BRACKET.test(content)) return false;
    last.title += content;
    last.end = end;
    return true;
  }

  private takesEnclosed(content: string, end: number): boolean {
    if (!/^(?:附件|附表)/.test(content)) return false;
    const named = ENCLOSED.exec(content)?.[1];
    if (named) this.titles.push({ title: named, end, isNamed: true });
    return true;
  }

  private readRunOn(content: string, end: number): void {
    const isFirst = this.parts.length === 0 && this.titles.every(({ isNamed, title }) => isNamed || isLetter(title));
    const runOn = isFirst ? RUN_ON_TITLE.exec(content) : null;
    if (runOn) this.titles.push({ title: runOn[0], end: end - content.length + runOn[0].length });
    this.reset();
  }
}

function continuesTitle(parts: readonly string[]): boolean {
  return parts.length > 0 && /(?:关于|印发|的|和|及|《[^》]*)$/.test(parts.join(""));
}

/** Whether it is the title of a letter, 关于印发…的通知, 关于商请…的函, rather than of what the letter brings. */
export const isLetter = (title: string): boolean => LETTER.test(title);
const LETTER = new RegExp(`通知$|^.{0,60}关于(?:印发|转发|下发|报送|商请|征求|会签)|的(?:${LETTERS})$`);

/** Titles in 《…》, each once: letters name what they bring like this. */
export const quotedIn = (block: string): string[] => [
  ...new Set([...block.matchAll(QUOTED)].map((found) => found[1]!)),
];

/** A title as it is shown: without the stage of a draft, with full-width brackets and a dash between years. */
export function shown(title: string): string {
  const named = /^《([^《》]*)》$/.exec(title)?.[1] ?? title;
  return withFullBrackets(named.replace(STAGE, "").replace(/((?:19|20)\d{2}年?)一(?=(?:19|20)\d{2})/g, "$1—"));
}
