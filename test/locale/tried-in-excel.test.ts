import { readFileSync } from "node:fs";
import { join } from "node:path";
import english from "../../src/locale/en-US.json";

const root = join(__dirname, "..", "..");
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

it.each(["docs/在Excel中试.md"])(
  "every button, page and column that %s names is a word of the interface",
  (document) => {
    const named = [...read(document).matchAll(/“([^”]+)”/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(15);
    const words = new Set([
      ...Object.keys(english),
      ...[...read("manifest.xml").matchAll(/DefaultValue="([^"]+)"/g)].map(([, word]) => word!),
    ]);
    // A column of the sheet itself, which is in no sentence of the pane.
    words.add("状态");
    expect([...new Set(named)].filter((name) => !words.has(name))).toEqual([]);
  },
);
