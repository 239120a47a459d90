import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { runSelfCheck } from "../../../src/excel/self-check";
import { openWorkbook } from "../workbook";

const root = join(__dirname, "..", "..", "..");

/** Members that no check exercises, and why. */
const left: Readonly<Record<string, string>> = {
  "Range.untrack": "lets Office.js forget a proxy; Excel itself does nothing",
  "ClientRequestContext.sync": "every check sends with it",
  "ClientObject.isNullObject": "told by Office.js from what Excel answered",
  "ClientResult.value": "told by Office.js from what Excel answered",
  "EventHandlerResult.context": "of Office.js alone",
  "RequestContext.workbook": "of Office.js alone",
  "CustomXmlPart.namespaceUri": "read only where Excel has refused to read the workbook in one request",
};

/**
 * Members of Office.js's classes that the files of `src/excel` read, set or call. Members that are only named in load
 * strings are found where they are read.
 */
function membersUsed(): Set<string> {
  const folder = join(root, "src", "excel");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("self-check"),
  );
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram(
    files.map((file) => join(folder, file)),
    { ...options, types: ["office-js"] },
  );
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const { parent } of symbol?.declarations ?? []) {
      if (ts.isClassDeclaration(parent) && parent.name && parent.getSourceFile().fileName.includes("office-js"))
        used.add(`${parent.name.text}.${symbol!.name}`);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isObjectBindingPattern(node))
      for (const { propertyName, name } of node.elements)
        note(checker.getTypeAtLocation(node).getProperty((propertyName ?? name).getText()));
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(program.getSourceFile(join(folder, file))!);
  return used;
}

it("the self-check exercises every Office.js member that the add-in uses, or it is said why not", async () => {
  const host = openWorkbook();
  host.book.log.reset();
  const person = async (): Promise<"yes"> => "yes";
  await runSelfCheck({
    ask: person,
    onLine: () => undefined,
    workbook: () => Promise.reject(new Error("not wanted here")),
    download: () => undefined,
  });
  // The log has no members for loading and for listening.
  const crossed = new Set([...host.book.log.members].map((member) => member.toLowerCase()));
  host.dispose();
  const ofOfficeJs = /^(EventHandler|ClientObject|ClientResult)|\.(load|items|on[A-Z]\w+)$/;
  const used = [...membersUsed()].filter((member) => !ofOfficeJs.test(member));
  expect(used.length).toBeGreaterThan(150);
  expect(used.filter((member) => !crossed.has(member.toLowerCase()) && !(member in left))).toEqual([]);
  expect(Object.keys(left).filter((member) => crossed.has(member.toLowerCase()))).toEqual([]);
}, 60_000);
