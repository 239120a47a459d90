import { Deflate, Inflate, strFromU8, strToU8 } from "fflate";
import type { Pausable } from "../../plan/pausable";
import { base64 } from "../base64";
import { checksum } from "./checksum";

/**
 * A custom XML part of ours: `<name xmlns="…" version="2" checksum="…">` and then text, deflated and in base64, so that
 * no XML writer on the way has a reason to change a character of it, and requests stay small. Version 1 of the store
 * held JSON as it is, with `<`, `>` and `&` as escapes.
 */
const partVersion = 2;

export interface XmlPart {
  version: number;
  text: string;
  attributes: Record<string, string>;
}

/** Bytes that are deflated or inflated in one go. */
const bytesPerStep = 0x10000;

/** All bytes through one of fflate's streams. */
function* through(stream: Deflate | Inflate, bytes: Uint8Array): Pausable<Uint8Array> {
  const made: Uint8Array[] = [];
  let length = 0;
  stream.ondata = (data) => {
    made.push(data);
    length += data.length;
  };
  for (let at = 0; at === 0 || at < bytes.length; at += bytesPerStep) {
    if (at > 0) yield;
    stream.push(bytes.subarray(at, at + bytesPerStep), at + bytesPerStep >= bytes.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const data of made) {
    whole.set(data, at);
    at += data.length;
  }
  return whole;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export function* formattingPart(
  name: string,
  namespace: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): Pausable<string> {
  const bytes = strToU8(text);
  yield;
  const deflated = yield* through(new Deflate(), bytes);
  yield;
  const body = base64(deflated);
  const more = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name} xmlns="${namespace}" version="${partVersion}"${more.join("")} checksum="${checksum(body)}">${body}</${name}>`;
}

/**
 * A part's attributes, and what stands between its tags: with a declaration before it, a prefix, other quotes or not.
 */
function tagged(name: string, xml: string): { attributes: Record<string, string>; whole: string } | undefined {
  const open = new RegExp(`<(?:[\\w.-]+:)?${name}\\b([^>]*)>`).exec(xml);
  const end = xml.lastIndexOf("</");
  if (!open || end < open.index) return undefined;
  const attributes = Object.fromEntries(
    [...(open[1] ?? "").matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)].map(([, key, value]) => [key!, value!]),
  );
  return { attributes, whole: xml.slice(open.index + open[0].length, end) };
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, "");

/**
 * What a part says, whoever wrote its XML, as `parsingPart` reads it: attributes and text, and not how they are put.
 */
function essence(xml: string): string {
  const found = tagged("[A-Za-z][\\w.-]*", xml);
  if (!found) return xml;
  const said = Object.entries(found.attributes).filter(([key]) => !key.startsWith("xmlns"));
  return JSON.stringify([said.sort(), withoutSpaces(found.whole)]);
}

/** Whether what came back is what was written; a writer on the way may add a declaration, line ends or spaces. */
export const isSamePart = (back: string, written: string): boolean =>
  back === written || essence(back) === essence(written);

/**
 * Tolerant of an XML declaration, a namespace prefix and other quotes that a writer may add; a string says what is
 * wrong.
 */
export function* parsingPart(name: string, xml: string): Pausable<XmlPart | string> {
  const found = tagged(name, xml);
  if (!found) return `not a ${name}`;
  const { attributes, whole } = found;
  const version = Number(attributes.version);
  if (!(version >= 1)) return "no version";
  if (version > partVersion) return `version ${version} is newer than ${partVersion}`;
  // Version 1 was text in which spaces count.
  const body = version === 1 ? whole : withoutSpaces(whole);
  if (attributes.checksum !== checksum(body)) return "checksum";
  if (version === 1) return { version, text: body, attributes };
  yield;
  try {
    const deflated = bytesOf(body);
    yield;
    const bytes = yield* through(new Inflate(), deflated);
    yield;
    return { version, text: strFromU8(bytes), attributes };
  } catch {
    return "not deflated";
  }
}
