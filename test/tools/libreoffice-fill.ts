import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram } from "./programs";

/** One thing that a person does to a form's first sheet. */
export type Doing =
  /**
   * Puts something into the cell of the column marked `column` (in the hidden first row), in the row where the column
   * marked `by` shows `row`. A locked cell stays as it is.
   */
  | {
      do: "set";
      by: string;
      row: string;
      column: string;
      kind: "number" | "text" | "formula" | "link";
      content: string | number;
    }
  /** Removes the sheet's protection and sorts the rows of each block by a marked column, in descending order. */
  | { do: "sort"; by: string }
  /** Removes the protection and inserts an empty column, or row, before this one; counted from 1. */
  | { do: "column" | "row"; before: number }
  | { do: "rename"; name: string };

export interface FilledFile {
  from: string;
  to: string;
  doings: readonly Doing[];
  /** If given, the file is saved encrypted. */
  password?: string;
}

const lineOf = (doing: Doing): (string | number)[] => {
  if (doing.do === "set") return ["set", doing.by, doing.row, doing.column, doing.kind, doing.content];
  if (doing.do === "sort") return ["sort", doing.by];
  return doing.do === "rename" ? ["rename", doing.name] : [doing.do, doing.before];
};

const url = (path: string): string => pathToFileURL(path).href;
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const doctype = (kind: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind.split(":")[1]}.dtd">\n`;

/**
 * One run of LibreOffice opens each file, makes the changes in it and saves it as .xlsx, so that a program other than
 * ours types and saves. The macro is libreoffice-fill.bas, in a profile of its own.
 * @throws Error with LibreOffice's message
 */
export function fillWithLibreOffice(files: readonly FilledFile[]): void {
  const soffice = findProgram("LibreOffice");
  if (!soffice) throw new Error("LibreOffice is not installed");
  const profile = mkdtempSync(join(tmpdir(), "lo-fill-"));
  try {
    const open = [`-env:UserInstallation=${url(profile)}`, "--headless", "--norestore", "--nologo"];
    // LibreOffice sets up a new profile first, because doing so would overwrite the macro.
    execFileSync(soffice, [...open, "--terminate_after_init"], { stdio: "pipe", timeout: 60_000 });
    const library = join(profile, "user", "basic", "Standard");
    const macro = readFileSync(join(__dirname, "libreoffice-fill.bas"), "utf8");
    writeFileSync(
      join(library, "Fill.xba"),
      `${doctype("script:module")}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">${escaped(macro)}</script:module>`,
    );
    writeFileSync(
      join(library, "script.xlb"),
      `${doctype("library:library")}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Fill"/></library:library>`,
    );
    const instructions = join(profile, "instructions.txt");
    const lines = files.flatMap(({ from, to, doings, password }) => [
      ["open", url(from)],
      ...doings.map(lineOf),
      password === undefined ? ["save", url(to)] : ["lock", url(to), password],
    ]);
    writeFileSync(
      instructions,
      lines.map((words) => words.map((word) => String(word).replace(/[\t\r\n]/g, " ")).join("\t")).join("\n"),
    );
    execFileSync(soffice, [...open, `macro:///Standard.Fill.Main(${url(instructions)})`], {
      stdio: "pipe",
      timeout: 240_000,
    });
    const said = readFileSync(`${instructions}.said`, "utf8");
    if (said !== "done") throw new Error(`LibreOffice: ${said}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
