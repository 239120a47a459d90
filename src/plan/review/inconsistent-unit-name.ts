import type { Finding } from "../model";
import { cleanedName } from "../units/register";
import { quoted, type Rule } from "./rule";

/** One unit printed under several names. A prefix left out in a list (区教育局、财政局) is usual and not reported. */
export const inconsistentUnitName: Rule = {
  name: "inconsistent-unit-name",
  check: ({ clean, plan }) => {
    const findings: Finding[] = [];
    for (const unit of plan.units) {
      for (const alias of unit.aliases) {
        if (unit.name.endsWith(alias)) continue;
        const printed = cleanedName(alias);
        const at = clean.text.indexOf(printed);
        if (at < 0) continue;
        findings.push({
          rule: "inconsistent-unit-name",
          severity: "info",
          message: `单位名称不一致：${quoted(alias)}与${quoted(unit.name)}按同一单位处理，建议统一写法。`,
          span: clean.span(at, at + printed.length),
        });
      }
    }
    return findings;
  },
};
