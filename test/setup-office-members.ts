import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { membersSeen } from "../src/host/log";

/**
 * After each test file, the members that crossed the bridge in it are stored for the check of requirement sets
 * (scripts/requirement-sets.ts), which runs when all tests are done.
 */
afterAll(() => {
  // The host's own tests call Office.js themselves; the members that they use say nothing about the add-in.
  if (membersSeen.size === 0 || expect.getState().testPath?.includes(join("test", "host"))) return;
  const folder = join(__dirname, "..", ".cache", "office-members");
  mkdirSync(folder, { recursive: true });
  const seen = [...membersSeen].map(([member, guard]) => ({ member, guard }));
  writeFileSync(join(folder, `${process.pid}-${Date.now()}.json`), JSON.stringify(seen));
});
