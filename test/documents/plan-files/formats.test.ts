import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS, type FileFormat } from "../../../src/documents/plan-files/formats";

/** The usual name of a format, where that is not its first extension. */
const spoken: Partial<Record<FileFormat, string>> = { wordXml: "Word", html: "网页", mhtml: "网页", txt: "文本" };

describe("the formats that are read", () => {
  it.each(Object.keys(FORMATS) as FileFormat[])("%s is named where the handbook says what can be opened", (format) => {
    const handbook = readFileSync(join(__dirname, "../../../docs/使用手册.md"), "utf8");
    const line = handbook.split("\n").find((one) => one.includes("是什么文件看内容"))!;
    const name = spoken[format] ?? FORMATS[format].extensions[0]!.slice(1);
    expect(line.toLowerCase()).toContain(name.toLowerCase());
  });
});
