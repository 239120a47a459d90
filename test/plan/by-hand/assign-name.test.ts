import { withName } from "../../../src/plan/by-hand/assign-name";
import { noCorrections } from "../../../src/plan/corrections";
import { readPlan } from "../../../src/plan";
import type { Span } from "../../../src/plan/model";

const source =
  "青溪县实施方案\n1.修路。县交通局挑头，各乡镇搭手。（牵头单位：县住建局；责任单位：县财政局）\n2.架桥。（责任单位：县水利局）";
const at = (words: string): Span => [source.indexOf(words), source.indexOf(words) + words.length];
const plan = readPlan(source);
const [road] = plan.tasks;

describe("withName", () => {
  it("gives a name within a task a role in that task, and makes no task of its own", () => {
    const { tasks, marked } = withName(noCorrections, source, plan, at("县交通局"), "lead");
    expect([tasks[road!.id], marked]).toEqual([
      { lead: ["县住建局", "县交通局"], responsible: ["县财政局"], groups: [] },
      noCorrections.marked,
    ]);
  });

  it("takes a unit out of its other role, and keeps what else was put right", () => {
    const before = { ...noCorrections, tasks: { [road!.id]: { title: "修公路" } } };
    const { tasks } = withName(before, source, plan, at("县财政局"), "lead");
    expect(tasks[road!.id]).toEqual({ title: "修公路", lead: ["县住建局", "县财政局"], responsible: [], groups: [] });
  });

  it("takes a collective name for one, whatever its role, and only once", () => {
    const once = withName(noCorrections, source, plan, at("各乡镇"), "lead").tasks[road!.id]!;
    const again = { ...plan, tasks: [{ ...road!, ...once }, ...plan.tasks.slice(1)] };
    const expected = { lead: ["县住建局"], responsible: ["县财政局"], groups: ["各乡镇"] };
    expect([once, withName(noCorrections, source, again, at("各乡镇"), "lead").tasks[road!.id]]).toEqual([
      expected,
      expected,
    ]);
  });
});
