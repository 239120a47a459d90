import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What a folder's code says to users: the sentences that are handed to `t`, and Chinese text that is not. */
export interface Texts {
  /** First arguments of `t`, in the order of the files, with the names of the values at each call. */
  asked: Map<string, string[][]>;
  /** `file:line text` */
  untranslatable: string[];
}

/** Chinese punctuation counts too: it would join texts of which only a part is translated. */
const chinese = /[\p{Script=Han}，。；：、（）？！　]/u;

/** The function to which sentences are handed, and whether only its arguments are checked. */
interface Asking {
  call: "t" | "sentence";
  /** Below the pane, other texts are words that are read in plans and written into the workbook. */
  insideOnly: boolean;
}
const pane: Asking = { call: "t", insideOnly: false };
const below: Asking = { call: "sentence", insideOnly: true };

/** The texts of the pane's own code. */
export const textsOf = (folders: readonly string[]): Texts => textsUnder(folders, textsIn);

/** The sentences of the folders below the pane. */
export const sentencesOf = (folders: readonly string[]): Texts => textsUnder(folders, sentencesIn);

function textsUnder(folders: readonly string[], read: typeof textsIn): Texts {
  const texts: Texts = { asked: new Map(), untranslatable: [] };
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    for (const file of files) if (/\.tsx?$/.test(file)) read(readFileSync(join(folder, file), "utf8"), file, texts);
  }
  return texts;
}

/** Adds the sentences that one file hands to `t`, and its other Chinese texts. */
export const textsIn = (code: string, file: string, texts: Texts): void => collect(code, file, texts, pane);

/** Adds the sentences that one file hands to `sentence`, and Chinese values in them that have no key. */
export const sentencesIn = (code: string, file: string, texts: Texts): void => collect(code, file, texts, below);

function collect(code: string, file: string, texts: Texts, { call, insideOnly }: Asking): void {
  const source = ts.createSourceFile(
    file,
    code,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith(".ts") ? ts.ScriptKind.TS : ts.ScriptKind.TSX,
  );
  const report = (node: ts.Node): void =>
    void texts.untranslatable.push(
      `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${node.getText(source).trim()}`,
    );
  const visit = (node: ts.Node, isInside: boolean): void => {
    const isAsked = ts.isCallExpression(node) && node.expression.getText(source) === call;
    if (isAsked) {
      const [text, values] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) {
        const names =
          values && ts.isObjectLiteralExpression(values)
            ? values.properties.map(({ name }) => name?.getText(source) ?? "…")
            : values
              ? ["…"]
              : [];
        texts.asked.set(text.text, [...(texts.asked.get(text.text) ?? []), names.sort()]);
        for (const argument of node.arguments.slice(1)) visit(argument, true);
        return;
      }
      // In the pane a variable may hold a name that the test knows from a list; here every sentence must be written
      // out.
      if (insideOnly) report(node);
    }
    const isText =
      ts.isJsxText(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText && (isInside || !insideOnly) && chinese.test(node.text)) report(node);
    ts.forEachChild(node, (child) => visit(child, isInside || isAsked));
  };
  visit(source, false);
}
