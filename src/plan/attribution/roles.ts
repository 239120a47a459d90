import type { LeadBasis } from "../model";
import type { Parsed } from "./parse";

/** Who leads and who is responsible, by index into the entries of an attribution. */
export interface Roles {
  lead: number[];
  responsible: number[];
  groups: number[];
  leadBasis: LeadBasis;
}

/**
 * Settles who leads and who is responsible in one attribution (docs/design.md, The plan as data):
 * - a unit said to lead leads; so does the one that answers where the others merely help (责任单位：A；配合单位：B);
 * - a unit that stands alone answers alone, so its lead counts as stated;
 * - otherwise the first of several leads, by the plan's own rule, or by convention behind a label;
 * - `A、B负责` and bare lists name no lead.
 * @param firstLeads the plan says that the first unit of a list leads
 */
export function settleRoles(parsed: Parsed, firstLeads: boolean): Roles {
  const entries = parsed.entries;
  const units = entries.map((_, k) => k).filter((k) => !entries[k]!.isGroup);
  const groups = entries.map((_, k) => k).filter((k) => entries[k]!.isGroup);
  const isLead = (k: number): boolean => entries[k]!.role === "lead";
  const answer = (lead: number[], leadBasis: LeadBasis): Roles => ({
    lead,
    responsible: units.filter((k) => !lead.includes(k)),
    groups,
    leadBasis,
  });

  if (entries.some((e) => e.role === "lead")) return answer(units.filter(isLead), "stated");
  const helpers = entries.some((e) => e.role === "support");
  const answering = units.filter((k) => entries[k]!.role !== "support");
  if (helpers && answering.length > 0 && !firstLeads) return answer(answering, "stated");
  if (units.length === 0) return answer([], "none");
  const first = answering[0];
  if (first === undefined) return answer([], "none");
  if (firstLeads) return answer([first], "firstByRule");
  if (units.length === 1 && groups.length === 0) return answer([first], "stated");
  if (parsed.hasLabel && !parsed.shared) return answer([first], "firstByConvention");
  return answer([], "none");
}
