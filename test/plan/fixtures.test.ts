import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../src/plan";
import type { Plan } from "../../src/plan/model";

const folder = join(__dirname, "fixtures");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -4));

/** What a golden file holds of a plan: everything but ids, spans, indicators and findings. */
function essence(plan: Plan): unknown {
  const { title, years, docNumber, issuer, issued } = plan;
  const tasks = plan.tasks.map(({ path, section, title: heading, text, lead, responsible, groups, leadBasis, segments }) => ({
    path,
    section,
    title: heading,
    text,
    lead,
    responsible,
    groups,
    leadBasis,
    ...(segments ? { segments: segments.map((s) => ({ lead: s.lead, responsible: s.responsible, groups: s.groups, leadBasis: s.leadBasis })) } : {}),
  }));
  return JSON.parse(JSON.stringify({ title, years, docNumber, issuer, issued, tasks }));
}

describe("fixture plans", () => {
  it("are at least twelve", () => expect(names.length).toBeGreaterThanOrEqual(12));

  it.each(names)("%s.txt reads as its golden file says", (name) => {
    const source = readFileSync(join(folder, `${name}.txt`), "utf8");
    expect(essence(readPlan(source))).toEqual(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")));
  });

  it.each(names)("%s.txt reads the same with Windows line ends and a byte order mark", (name) => {
    const source = readFileSync(join(folder, `${name}.txt`), "utf8");
    expect(essence(readPlan(`\ufeff${source.replace(/\n/g, "\r\n")}`))).toEqual(essence(readPlan(source)));
  });

  it.each(names)("%s.txt: every span of a task lies in the source and holds its title", (name) => {
    const source = readFileSync(join(folder, `${name}.txt`), "utf8");
    for (const task of readPlan(source).tasks) {
      const words = source.slice(...task.span).replace(/\s/g, "");
      expect(words).toContain(task.title.replace(/\s/g, ""));
    }
  });
});
