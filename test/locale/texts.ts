import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What a folder's code says to users: the sentences handed to `t`, and Chinese text that is not. */
export interface Texts {
  /** First arguments of `t`, in the order of the files; for each place that asks, the names of what is put in. */
  asked: Map<string, string[][]>;
  /** `file:line text` */
  untranslatable: string[];
}

/** Chinese marks count too: they tie together what is then half translated. */
const chinese = /[\p{Script=Han}，。；：、（）？！　]/u;

/** The function that asks for a sentence, and whether it alone is looked into. */
interface Asking {
  call: "t" | "sentence";
  /** Elsewhere stand words that are read in plans and written into the workbook. */
  insideOnly: boolean;
}
const pane: Asking = { call: "t", insideOnly: false };
const below: Asking = { call: "sentence", insideOnly: true };

/** What the pane's own code says. */
export const textsOf = (folders: readonly string[]): Texts => textsUnder(folders, textsIn);

/** What the folders below the pane have to tell. */
export const sentencesOf = (folders: readonly string[]): Texts => textsUnder(folders, sentencesIn);

function textsUnder(folders: readonly string[], read: typeof textsIn): Texts {
  const texts: Texts = { asked: new Map(), untranslatable: [] };
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    for (const file of files) if (/\.tsx?$/.test(file)) read(readFileSync(join(folder, file), "utf8"), file, texts);
  }
  return texts;
}

/** Adds what one file says by `t`, and Chinese that it says otherwise. */
export const textsIn = (code: string, file: string, texts: Texts): void => collect(code, file, texts, pane);

/** Adds what one file says by `sentence`, and Chinese that is put into one and has no key. */
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
      // The pane looks up names that the test knows by list; here every sentence is written out.
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
