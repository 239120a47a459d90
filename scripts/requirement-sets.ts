/**
 * Checks that the code stays within the manifest's minimum: every Office.js member that the tests used must be in
 * ExcelApi 1.9 or below, or have been checked for with `isSetSupported`. The sets are read from the doc comments of
 * `@types/office-js`. The suites record the members in `.cache/office-members/` (test/setup-office-members.ts).
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";

const floor = 1.9;
const folder = join(__dirname, "..", ".cache", "office-members");

export interface SeenMember {
  /** `Type.member` by its API name, e.g. `Range.Values`. */
  member: string;
  /** The highest ExcelApi version that the code had asked `isSetSupported` for, before the call; 0 for none. */
  guard: number;
}

/** `type.member`, lower case → ExcelApi version, for all classes of the namespace Excel. */
export function readRequirementSets(): Map<string, number> {
  const file = createRequire(__filename).resolve("@types/office-js/index.d.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const sets = new Map<string, number>();
  const versionOf = (node: ts.Node): number | undefined => {
    const comments = ts.getLeadingCommentRanges(source.text, node.pos) ?? [];
    const text = comments.map(({ pos, end }) => source.text.slice(pos, end)).join("\n");
    if (/\[Api set: ExcelApi(?:Online|Desktop)|\[Api set: ExcelApi BETA/.test(text)) return Infinity;
    const found = /\[Api set: ExcelApi (\d+)\.(\d+)/.exec(text);
    // 1.10 comes after 1.9: the minor part is a whole number, not a decimal.
    return found ? Number(found[1]) + Number(found[2]) / 100 : undefined;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name) {
      for (const member of node.members) {
        const name = member.name?.getText(source);
        const version = name === undefined ? undefined : (versionOf(member) ?? versionOf(node));
        if (name === undefined || version === undefined) continue;
        const key = `${node.name.text}.${name}`.toLowerCase();
        sets.set(key, Math.min(version, sets.get(key) ?? Infinity));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sets;
}

/** The members of `seen` above the minimum that were not checked for, as sentences. */
export function findViolations(seen: readonly SeenMember[], sets: ReadonlyMap<string, number>): string[] {
  const ordinal = (version: number): number => Math.trunc(version) + Number(String(version).split(".")[1] ?? 0) / 100;
  const complaints = seen.flatMap(({ member, guard }) => {
    const needed = sets.get(member.toLowerCase());
    if (needed === undefined || needed <= ordinal(floor) || needed <= ordinal(guard)) return [];
    const label =
      needed === Infinity ? "a preview or platform-only set" : `ExcelApi 1.${Math.round((needed - 1) * 100)}`;
    return [`${member} needs ${label}; the floor is ExcelApi ${floor}, and no isSetSupported was asked before`];
  });
  return [...new Set(complaints)];
}

if (require.main === module) {
  const seen = readdirSync(folder).flatMap(
    (file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as SeenMember[],
  );
  const members = new Set(seen.map(({ member }) => member));
  if (members.size === 0) {
    console.error("No Office.js member was recorded: the suites that use the embedded host did not run.");
    process.exit(1);
  }
  const violations = findViolations(seen, readRequirementSets());
  for (const violation of violations) console.error(violation);
  console.log(
    `${members.size} Office.js members seen over the bridge, ${violations.length} above ExcelApi ${floor} without a guard`,
  );
  process.exit(violations.length === 0 ? 0 : 1);
}
