import { finding } from "../finding";
import type { Finding } from "../model";
import { sentence } from "../sentence";
import { withHalfBrackets } from "../bracket-width";
import { shortened, type Rule } from "./rule";

/** Finds a unit printed under several names. Omitting a prefix in a list (区教育局、财政局) is usual and not reported. */
export const inconsistentUnitName: Rule = {
  name: "inconsistent-unit-name",
  check: ({ clean, plan }) => {
    const findings: Finding[] = [];
    const names = new Set(plan.units.map(({ name }) => name));
    for (const unit of plan.units) {
      for (const alias of unit.aliases) {
        // A person has assigned the name to another unit.
        if (unit.name.endsWith(alias) || names.has(alias)) continue;
        const printed = withHalfBrackets(alias);
        const at = clean.text.indexOf(printed);
        if (at < 0) continue;
        const message = sentence("单位名称不一致：“{{alias}}”与“{{name}}”按同一单位处理，建议统一写法。", {
          alias: shortened(alias),
          name: shortened(unit.name),
        });
        findings.push(finding("inconsistent-unit-name", "info", message, clean.span(at, at + printed.length)));
      }
    }
    return findings;
  },
};
