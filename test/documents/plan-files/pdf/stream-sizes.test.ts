import { zlibSync } from "fflate";
import { largestContentStream } from "../../../../src/documents/plan-files/pdf/stream-sizes";

const MB = 1024 * 1024;
const bomb = expect.objectContaining({ name: "PlanFileError", code: "zipBomb" });
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const binary = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
/** An object with a stream. */
const stream = (dictionary: string, content: string, length: number | string = content.length): string =>
  `1 0 obj<<${dictionary}/Length ${length}>>stream\n${content}\nendstream endobj\n`;
const sizeOf = (...objects: string[]): number => largestContentStream(latin1(objects.join("")));
const flated = (content: string): string => binary(zlibSync(latin1(content)));

describe("the largest stream that a PDF draws", () => {
  it.each<[what: string, objects: string[], size: number]>([
    ["plain", [stream("", "abcde")], 6],
    ["the largest of several", [stream("", "abc"), stream("", "abcdef"), stream("", "ab")], 7],
    ["unpacked", [stream("/Filter/FlateDecode", flated("x".repeat(500)))], 500],
    ["unpacked twice", [stream("/Filter[/FlateDecode/FlateDecode]", flated(flated("x".repeat(500))))], 500],
    ["by its short name", [stream("/F/Fl", flated("x".repeat(500)))], 500],
    ["in letters of 85 kinds", [stream("/Filter/ASCII85Decode", "87cUR~>")], 4],
    ["in letters of 85 kinds, four zeros shortened, blanks between", [stream("/Filter/A85", "z 87\ncURz~>")], 12],
    ["without images", [stream("/Subtype/Image", "abcdefgh"), stream("", "ab")], 3],
    [
      "without fonts and tables of objects",
      [stream("/Length1 9", "abcdefgh"), stream("/Type/ObjStm", "abcdefgh"), stream("", "ab")],
      3,
    ],
    ["of none", [], 0],
    ["that ends with the file", ["1 0 obj<<>>stream\nabcde"], 5],
    ["in which the word for its end occurs", [stream("", "ab endstream cd")], 15],
    ["whose length another object has", [stream("", "abcdef", "9 0 R")], 7],
    ["whose length is said too small", [stream("", "abcdef", 2)], 7],
  ])("is measured %s", (_, objects, size) => expect(sizeOf(...objects)).toBe(size));

  it("is measured as far as it can be unpacked", () => {
    expect(sizeOf(stream("/Filter/FlateDecode", "no such data"))).toBe(0);
  });

  it("is a bomb where it grows 250 times, beyond a megabyte", () => {
    expect(sizeOf(stream("/Filter/FlateDecode", flated("\0".repeat(MB))))).toBe(MB);
    expect(() => sizeOf(stream("/Filter/FlateDecode", flated("\0".repeat(2 * MB))))).toThrow(bomb);
  });

  it("is a bomb where other ways to pack it could make it one", () => {
    const limit = 32 * MB;
    const most = (ratio: number): string => "a".repeat(Math.floor(limit / ratio) - 1);
    expect(sizeOf(stream("/Filter/LZWDecode", most(1400)))).toBe(Math.floor(limit / 1400));
    expect(() => sizeOf(stream("/Filter/LZWDecode", `${most(1400)}aa`))).toThrow(bomb);
    expect(sizeOf(stream("/Filter/RunLengthDecode", most(64)))).toBe(limit / 64);
    expect(() => sizeOf(stream("/Filter/RL", `${most(64)}aa`))).toThrow(bomb);
  });
});
