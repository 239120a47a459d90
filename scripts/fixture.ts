/**
 * `npm run fixture -- NAME …`: writes test/plan/fixtures/NAME.json as the reader reads NAME.txt now. It must be checked
 * by eye: a golden file says what is right, which is not always what is read.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goldenFile, goldenOf } from "../test/plan/golden";

const folder = join(__dirname, "..", "test", "plan", "fixtures");
const names = process.argv.slice(2);
function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (names.length === 0) end("which fixture? npm run fixture -- NAME, for test/plan/fixtures/NAME.txt");
for (const name of names) {
  const text = join(folder, `${name}.txt`);
  if (!existsSync(text)) end(`there is no ${text}`);
  const golden = goldenFile(goldenOf(readFileSync(text, "utf8")));
  writeFileSync(join(folder, `${name}.json`), golden);
  process.stdout.write(golden);
}
