import { nothing, type Detail } from "../../src/assessment/details";
import { whoReported } from "../../src/assessment/who-reported";
import { rowIdentity } from "../../src/matrix/row-key";
import { finished } from "../../src/plan/pieces";
import { plan, task } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";

const year = 2023;
const given = plan({ tasks: [task("t1", { lead: ["县教育局"] }), task("t2", { lead: [], responsible: ["县财政局", "县文化和旅游局"] }), task("t3")] });
const held = sheetOf(given);
const detail = (unit: string, name: string, value: number | "", unread = ""): Detail => {
  const reported = <T>(content: T | ""): { content: T | ""; file: string; saved: string } => (content === "" ? nothing : { content, file: "a.xlsx", saved: "" });
  return { unit, year, identity: rowIdentity(rowNamed(held, name).key!), value: reported(value), unread: reported(unread), evidence: nothing, explanation: nothing };
};
const typed = (name: string, value: number | string, at = year): typeof held => sheetOf(given, (sheet) => void (rowNamed(sheet, name).cells[`actual:${at}`] = value));
const who = (details: readonly Detail[], sheet = held): [missing: string[], unclear: string[]] => {
  const { missing, unclear } = finished(whoReported({ plan: given, held: sheet, year, totals: new Set(), details }));
  return [[...missing].sort(), [...unclear]];
};

describe("尚未报送", () => {
  it("are those who are asked, leading or not, and of whom nothing has come in the year", () => {
    expect(who([])).toEqual([["县教育局", "县文化和旅游局", "县财政局"], []]);
    expect(who([detail("县教育局", "培训教师", 42), { ...detail("县财政局", "开展活动", 3), year: 2022 }])).toEqual([["县文化和旅游局", "县财政局"], []]);
  });

  it("are not those for whom somebody has typed a number or word straight into the sheet", () => {
    expect(who([], typed("培训教师", 42))).toEqual([["县文化和旅游局", "县财政局"], []]);
    expect(who([], typed("任务t3", "推进中"))).toEqual([["县文化和旅游局", "县财政局"], []]);
    expect(who([], typed("开展活动", 9))).toEqual([["县教育局"], []]);
    expect(who([], typed("培训教师", 42, 2022))[0]).toContain("县教育局");
    expect(who([], typed("培训教师", "约42"))[0]).toContain("县教育局");
    // What one unit has reported is in the sheet as well, and says nothing of the other.
    expect(who([detail("县财政局", "开展活动", 9)], typed("开展活动", 9))).toEqual([["县教育局", "县文化和旅游局"], []]);
  });

  it("are not those whose entries cannot be read; they have not reported either", () => {
    expect(who([detail("县教育局", "培训教师", "", "约42")])).toEqual([["县文化和旅游局", "县财政局"], ["县教育局"]]);
  });
});
