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

export function textsOf(folders: readonly string[]): Texts {
  const texts: Texts = { asked: new Map(), untranslatable: [] };
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    for (const file of files) if (/\.tsx?$/.test(file)) textsIn(readFileSync(join(folder, file), "utf8"), file, texts);
  }
  return texts;
}

/** Adds what one file says. */
export function textsIn(code: string, file: string, texts: Texts): void {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === "t") {
      const [text, values] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) {
        const names = values && ts.isObjectLiteralExpression(values) ? values.properties.map(({ name }) => name?.getText(source) ?? "…") : values ? ["…"] : [];
        texts.asked.set(text.text, [...(texts.asked.get(text.text) ?? []), names.sort()]);
        for (const argument of node.arguments.slice(1)) visit(argument);
        return;
      }
    }
    const isText = ts.isJsxText(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if (isText && chinese.test(node.text)) texts.untranslatable.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${node.getText(source).trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
}
