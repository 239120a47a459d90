import { Deflate, Inflate, strFromU8, strToU8 } from "fflate";
import type { Pausable } from "../../plan/pausable";
import { base64 } from "../base64";
import { checksum } from "./checksum";

/**
 * The add-in's custom XML parts: `<name xmlns="…" version="2" checksum="…">` with the text deflated and in base64, so
 * that XML writers have no reason to change any character, and requests stay small. Version 1 of the store held plain
 * JSON, with `<`, `>` and `&` escaped.
 */
const partVersion = 2;

export interface XmlPart {
  version: number;
  text: string;
  attributes: Record<string, string>;
}

/** Bytes that are deflated or inflated without a pause. */
const bytesPerStep = 0x10000;

/** Passes all bytes through one of fflate's streams. */
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

/** A part's attributes and its contents; tolerates an XML declaration, a namespace prefix and single quotes. */
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

/** A part's attributes and text in a form that does not depend on how its XML was written. */
function essence(xml: string): string {
  const found = tagged("[A-Za-z][\\w.-]*", xml);
  if (!found) return xml;
  const said = Object.entries(found.attributes).filter(([key]) => !key.startsWith("xmlns"));
  return JSON.stringify([said.sort(), withoutSpaces(found.whole)]);
}

/**
 * Whether the part read back has the contents that were written; Excel may add a declaration, line breaks or spaces.
 */
export const isSamePart = (back: string, written: string): boolean =>
  back === written || essence(back) === essence(written);

/**
 * Parses a part, whose XML a writer may have rewritten.
 * @returns a string that says what is wrong, for a damaged part
 */
export function* parsingPart(name: string, xml: string): Pausable<XmlPart | string> {
  const found = tagged(name, xml);
  if (!found) return `not a ${name}`;
  const { attributes, whole } = found;
  const version = Number(attributes.version);
  if (!(version >= 1)) return "no version";
  if (version > partVersion) return `version ${version} is newer than ${partVersion}`;
  // In version 1 spaces are part of the text.
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
