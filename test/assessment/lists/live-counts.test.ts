import { elsewhere, nobody } from "../../../src/assessment/breakdown";
import { liveCounts, type LiveMatrix } from "../../../src/assessment/lists/live-counts";

const columns: [string, number][] = [
  ["key", 0],
  ["section", 2],
  ["target", 6],
  ["status", 10],
  ["unit:县教育局", 11],
  ["group:各镇", 12],
  ["user:县体育局", 14],
];
const matrix = (more: Partial<LiveMatrix> = {}): LiveMatrix => ({
  sheet: "责任矩阵",
  columns: new Map(columns),
  hasAsOf: true,
  ...more,
});
const live = (more: Partial<LiveMatrix> = {}) => liveCounts(matrix(more))!;
const sheet = "'责任矩阵'!";
const ours = `${sheet}$A:$A,"m1|*"`;

describe("counts of the matrix as formulas", () => {
  it("count rows with a key of ours, of both kinds or of one", () => {
    expect(live().rows()).toBe(`=COUNTIFS(${ours})`);
    expect(live().rows(undefined, "numbers")).toBe(`=COUNTIFS(${ours},${sheet}$G:$G,"<>")`);
    expect(live().rows(undefined, "tasks")).toBe(`=COUNTIFS(${ours},${sheet}$G:$G,"=")`);
  });

  it("count a status by its text", () => {
    expect(live().status("missed")).toBe(`=COUNTIFS(${ours},${sheet}$K:$K,"▲未达标")`);
    expect(live().status("underWay", undefined, "tasks")).toBe(
      `=COUNTIFS(${ours},${sheet}$K:$K,"推进中",${sheet}$G:$G,"=")`,
    );
  });

  it("count under a heading what stands there and what stands below it, and without one what has none", () => {
    const under = (text: string): string =>
      `COUNTIFS(${ours},${sheet}$C:$C,"=${text}")+COUNTIFS(${ours},${sheet}$C:$C,"=${text} / *")`;
    expect(live().rows({ heading: "重点" })).toBe(`=${under("重点")}`);
    expect(live().rows({ heading: elsewhere })).toBe(`=${under(elsewhere)}+COUNTIFS(${ours},${sheet}$C:$C,"=")`);
  });

  it("take quotes and wildcards in a heading for what they are", () => {
    expect(live().rows({ heading: '“甲”"乙"*?~' })).toContain(`"=“甲”""乙""~*~?~~"`);
  });

  it("count a lead by the mark in its column, be it a unit's, a group's or one of the user's; and where none has it", () => {
    expect(live().rows({ lead: "县教育局" })).toBe(`=COUNTIFS(${ours},${sheet}$L:$L,"●")`);
    expect(live().rows({ lead: "县体育局" })).toBe(`=COUNTIFS(${ours},${sheet}$O:$O,"●")`);
    expect(live().rows({ lead: nobody })).toBe(
      `=COUNTIFS(${ours},${["L", "M", "O"].map((one) => `${sheet}$${one}:$${one},"<>●"`).join(",")})`,
    );
  });

  it("name the matrix's sheet as a formula must", () => {
    expect(live({ sheet: "张三's 表" }).rows()).toContain("'张三''s 表'!$A:$A");
  });

  it.each(["key", "status", "section", "target"])("are none where the matrix has no column %s", (gone) => {
    expect(liveCounts(matrix({ columns: new Map(columns.filter(([key]) => key !== gone)) }))).toBeUndefined();
  });

  it("can be had of leads with a column, and of headings that a formula can hold", () => {
    expect([live().can({ lead: "县教育局" }), live().can({ lead: "县财政局" })]).toEqual([true, false]);
    expect([239, 240].map((length) => live().can({ heading: "长".repeat(length) }))).toEqual([true, false]);
  });

  it("can be had of rows without a lead, up to as many units as one formula can name", () => {
    const of = (count: number): LiveMatrix["columns"] =>
      new Map([...columns.slice(0, 4), ...Array.from({ length: count }, (_, at) => [`unit:${at}`, 20 + at] as const)]);
    expect([119, 120].map((count) => live({ columns: of(count) }).can({ lead: nobody }))).toEqual([true, false]);
    // With a sheet of a long name the formula gets too long before that.
    expect(live({ columns: of(119), sheet: "长".repeat(31) }).can({ lead: nobody })).toBe(true);
    expect(live({ columns: of(119), sheet: "'".repeat(31) }).can({ lead: nobody })).toBe(false);
  });
});
