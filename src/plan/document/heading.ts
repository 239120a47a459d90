import type { CleanText } from "../characters";
import { DATE, isoDate } from "./dates";

/** What stands above and below a plan's text. */
export interface Heading {
  title: string;
  docNumber?: string;
  issuer?: string;
  issued?: string;
  /** Cleaned end of the title block, from which goals may be read. */
  bodyStart: number;
}

const KINDS = "方案|意见|通知|计划|办法|措施|要点|纲要|细则|规划|决定|清单|安排|任务|台账|预案|分工|行动|任务分解表|若干政策|实施意见";
const TITLE_END = new RegExp(`(?:${KINDS})(?:\\([^()\\n]{1,20}\\))*(?:的通知)?$`);
const DOC_NUMBER = /[\u4e00-\u9fff]{1,14}[〔\[(【](?:19|20)\d{2}[〕\])】](?:第)?\d{1,4}号/;
const TITLE_BLOCK = 1200;
/** A title that runs on into the text: up to the words with which the text, the number or the addressees begin. */
const RUN_ON_TITLE = new RegExp(`^[^。！？\\n]{4,90}?(?:${KINDS})(?:\\([^()\\n]{1,20}\\))?(?=[\\u4e00-\\u9fff]{1,14}〔|为|各|根据|按照|现|近年|一、|$)`);

/** Title, number, issuer and date of a plan; what cannot be found is left out, and the title may be empty. */
export function readHeading(clean: CleanText, firstMarker: number): Heading {
  const { text } = clean;
  const block = text.slice(0, Math.min(text.length, Math.max(firstMarker, 1), TITLE_BLOCK));
  const titles = titleCandidates(block);
  const notice = titles.find((t) => /^.{0,60}关于(?:印发|转发)/.test(t.title));
  const own = titles.find((t) => t !== notice && !/通知$/.test(t.title));
  const issuedOf = notice && /(?:印发|转发)(.+?)的?通知$/.exec(notice.title)?.[1];
  const first = own ?? titles[0] ?? firstLine(block);
  const title = own?.title ?? (issuedOf ? unquote(issuedOf) : (first?.title ?? ""));
  const number = DOC_NUMBER.exec(standing(block))?.[0];
  const issuer = issuerOf(notice?.title ?? title) ?? signatureOf(text);
  const issued = issueDate(text);
  return {
    title: widen(title),
    ...(number ? { docNumber: number } : {}),
    ...(issuer ? { issuer } : {}),
    ...(issued ? { issued } : {}),
    bodyStart: first?.end ?? 0,
  };
}

/** `（2021—2025年）`, `（试行）` on a line of its own under the title; not what is said of the document (此件公开发布). */
const TITLES_BRACKET = /^\((?:(?:19|20)\d{2}年?(?:[—–~～至到-]+(?:19|20)\d{2}年?)?(?:度|版)?|试行|暂行|修订版?|修订稿|征求意见稿|送审稿|草案|“?十[二三四五六七八九]五”?[^()]{0,6})\)$/;

/** Titles are shown to people: brackets full-width, as Chinese text prints them. */
function widen(title: string): string {
  return title.replace(/\(/g, "（").replace(/\)/g, "）");
}

/** Runs of short lines without a full stop that end like a title. */
function titleCandidates(block: string): { title: string; end: number }[] {
  const found: { title: string; end: number }[] = [];
  let parts: string[] = [];
  let at = 0;
  /** The last title ended on the line right above: a title may be broken after a word that could end it, or before a bracket. */
  let mayGoOn = false;
  for (const line of block.split("\n")) {
    const end = at + line.length;
    at = end + 1;
    const content = line.trim();
    const last = found[found.length - 1];
    if (mayGoOn && last && content.length <= 40 && TITLE_END.test(content) && !/[。！？；:]/.test(content)) {
      last.title += content;
      last.end = end;
      continue;
    }
    if (/^\([^()]{0,6}(?:公开|不予公开|删减)[^()]{0,6}\)$/.test(content)) {
      parts = [];
      continue;
    }
    if (mayGoOn && last && TITLES_BRACKET.test(content)) {
      last.title += content;
      last.end = end;
      continue;
    }
    mayGoOn = false;
    if (content === "" || /^(?:附件|附表)\d{0,2}$/.test(content) || isNumberLine(content)) {
      if (content !== "" || !continuesTitle(parts)) parts = [];
      continue;
    }
    if (/^(?:附件|附表)/.test(content) || /[。！？；:]/.test(content) || content.length > 90) {
      const runOn = found.length === 0 && parts.length === 0 ? RUN_ON_TITLE.exec(content) : null;
      if (runOn) found.push({ title: runOn[0], end: end - content.length + runOn[0].length });
      parts = [];
      continue;
    }
    if (DATE.test(content)) {
      parts = [];
      continue;
    }
    parts.push(content);
    const joined = parts.join("");
    if (TITLE_END.test(joined) && joined.length >= 4) {
      found.push({ title: joined, end });
      parts = [];
      // After 的通知 nothing of it is left.
      mayGoOn = !/通知$/.test(joined);
    }
  }
  return found;
}

/** A plan whose title ends like no title: the first line, when it is short and no sentence. */
function firstLine(block: string): { title: string; end: number } | undefined {
  const found = /\S[^\n]*/.exec(block);
  if (!found) return undefined;
  const title = found[0].trim();
  if (title.length > 50 || /[。；;:，,|\t]/.test(title)) return undefined;
  return { title, end: found.index + found[0].length };
}

function continuesTitle(parts: readonly string[]): boolean {
  return parts.length > 0 && /(?:关于|印发|的|和|及|《[^》]*)$/.test(parts.join(""));
}

function isNumberLine(line: string): boolean {
  return DOC_NUMBER.test(line) && line.length <= 30 && !/[。，,《]/.test(line);
}

/** Lines that hold a document number and little else; a number cited inside a sentence is another document's. */
function standing(block: string): string {
  const lines = block.split("\n").map((l) => l.trim().replace(/^[(（]|[)）]$/g, ""));
  const alone = lines.find(isNumberLine);
  if (alone) return alone;
  const runOn = RUN_ON_TITLE.exec(block);
  return runOn ? block.slice(runOn[0].length, runOn[0].length + 30) : "";
}

function unquote(title: string): string {
  return /^《[^《》]*》$/.test(title) ? title.slice(1, -1) : title.replace(/^《(.*)》$/, "$1");
}

function issuerOf(title: string): string | undefined {
  const issuer = /^(.{2,50}?)(?:等[^关]{0,10}(?:部门|单位))?关于/.exec(title)?.[1];
  return issuer && /(?:政府|委员会|办公室|办公厅|局|委|厅|部|国务院|院|管委会|指挥部|领导小组|党组)$/.test(issuer) ? issuer : undefined;
}

const SIGNATURE = new RegExp(`([\\u4e00-\\u9fff“”、]{2,40})\\n{0,3}(?:${DATE.source})`);

function signatureOf(text: string): string | undefined {
  for (const part of [text.slice(-400), text.slice(0, TITLE_BLOCK * 2)]) {
    const found = SIGNATURE.exec(part)?.[1];
    if (found && /(?:政府|委员会|办公室|办公厅|局|委|厅|部|国务院|管委会)$/.test(found)) return found;
  }
  return undefined;
}

/** A date on a line of its own, first near the top (the letter's), else at the end; or the last of a run-on text. */
function issueDate(text: string): string | undefined {
  for (const part of [text.slice(0, TITLE_BLOCK * 2), text.slice(-600)]) {
    for (const line of part.split("\n")) {
      const found = DATE.exec(line.trim());
      if (found && found[0].length === line.trim().replace(/[()（）]/g, "").length) return isoDate(found);
    }
  }
  const tail = text.slice(-120);
  const found = DATE.exec(tail);
  return found && /(?:政府|委员会|办公室|局|委|厅|部|院)$/.test(tail.slice(0, found.index)) ? isoDate(found) : undefined;
}
