import fc from "fast-check";
import { matchPlans } from "../../../src/sync/match";
import { doubtfulOf } from "../../../src/sync/match/tasks";
import type { Plan, Task } from "../../../src/plan/model";
import { anyPlan, bundledPlan, plan, task } from "../../plans";
import { runs } from "../../runs";

const told = (id: string, title: string, text: string, more: Partial<Task> = {}): Task =>
  task(id, { title, text, ...more });

const library = told(
  "t1",
  "建设农家书屋",
  "在各行政村建设农家书屋，配备图书不少于一千五百册，每周开放五天，由村委会指定专人管理。",
);
const contest = told(
  "t2",
  "举办朗诵比赛",
  "每年举办全县中小学生经典诵读比赛，分小学组、初中组、高中组评出奖项，推荐参加市级比赛。",
);
const books = told("t3", "配送图书", "为全县学校配送图书，每年更新比例不低于百分之五，建立借阅登记制度。");
const base = plan({ tasks: [library, contest, books], indicators: [] });
const pairsOf = (incoming: Plan, decisions?: Parameters<typeof matchPlans>[2]): Record<string, string> =>
  Object.fromEntries(matchPlans(base, incoming, decisions).tasks);
const revised = (tasks: Task[]): Plan => plan({ tasks, indicators: [] });

describe("tasks of a revised plan", () => {
  it("keep their identity when they are renumbered, moved to another section and given to another unit", () => {
    const incoming = revised([
      { ...library, path: "四/(二)/9", section: ["保障措施"], lead: ["县财政局"] },
      contest,
      books,
    ]);
    expect(pairsOf(incoming)).toEqual({ t1: "t1", t2: "t2", t3: "t3" });
  });

  it("keep it under a new id, when their words are changed a little", () => {
    const incoming = revised([
      {
        ...library,
        id: "n1",
        title: "建好农家书屋",
        text: library.text.replace("一千五百", "两千").replace("五天", "六天"),
      },
      { ...contest, id: "n2" },
      books,
    ]);
    expect(pairsOf(incoming)).toEqual({ n1: "t1", n2: "t2", t3: "t3" });
  });

  it("are new where they say something else, and gone where nothing says it any more", () => {
    const incoming = revised([
      library,
      contest,
      told("n3", "维修村级道路", "投入资金维修村级道路二十公里，完善排水设施。"),
    ]);
    expect(pairsOf(incoming)).toEqual({ t1: "t1", t2: "t2" });
  });

  it("are not swapped where two are alike, whatever their order", () => {
    const of = (group: string): string => `面向${group}举办读书活动，每年不少于两场，做好活动记录和信息报送。`;
    const two = plan({
      tasks: [told("a", "读书活动", of("老年人")), told("b", "读书活动", of("青少年"))],
      indicators: [],
    });
    const swapped = plan({
      tasks: [told("x", "读书活动", of("青少年群体")), told("y", "读书活动", of("老年人群体"))],
      indicators: [],
    });
    expect(Object.fromEntries(matchPlans(two, swapped).tasks)).toEqual({ x: "b", y: "a" });
  });

  it("go with the longer part when one is split in two", () => {
    const half = { ...library, id: "n1", text: "在各行政村建设农家书屋，配备图书不少于一千五百册，每周开放五天。" };
    const rest = told("n2", "加强书屋管理", "由村委会指定专人管理。");
    expect(pairsOf(revised([half, rest, contest, books]))).toEqual({ n1: "t1", t2: "t2", t3: "t3" });
  });

  it("are what the user says they are", () => {
    const other = told("n3", "维修村级道路", "投入资金维修村级道路二十公里，完善排水设施。");
    expect(pairsOf(revised([library, contest, other]), { same: [["n3", "t3"]], apart: [] })).toEqual({
      t1: "t1",
      t2: "t2",
      n3: "t3",
    });
    expect(pairsOf(revised([library, contest, books]), { same: [], apart: [["t3", "t3"]] })).toEqual({
      t1: "t1",
      t2: "t2",
    });
  });

  it("are shown for confirmation where the words leave it open, and not where they do not", () => {
    const open = told("n1", "建设农家书屋", "升级改造乡镇图书馆分馆，配备自助借还设备和电子阅览终端，延长开放时间。");
    const { doubtful } = matchPlans(base, revised([open, contest, books]));
    expect(doubtful).toEqual([expect.objectContaining({ kind: "task", incoming: "n1", base: "t1" })]);
    expect(matchPlans(base, base).doubtful).toEqual([]);
  });

  it("are paired one to one, and a plan is in all its parts the same as itself", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const { tasks, indicators, units } = matchPlans(a, b);
        for (const pairs of [tasks, indicators, units]) expect(new Set(pairs.values()).size).toBe(pairs.size);
        const same = matchPlans(a, a);
        expect([...same.tasks, ...same.indicators, ...same.units].filter(([left, right]) => left !== right)).toEqual(
          [],
        );
        expect([same.tasks.size, same.indicators.size, same.units.size]).toEqual([
          a.tasks.length,
          a.indicators.length,
          a.units.length,
        ]);
      }),
      { numRuns: runs(300) },
    );
  });

  it("are found again in the bundled plan when every id is another one and every order is reversed", () => {
    const read = bundledPlan();
    const other = {
      ...read,
      tasks: [...read.tasks].reverse().map((one) => ({ ...one, id: `n${one.id}` })),
      indicators: [...read.indicators].reverse().map(({ taskId, ...one }) => ({
        ...one,
        id: `n${one.id}`,
        ...(taskId === undefined ? {} : { taskId: `n${taskId}` }),
      })),
    };
    const { tasks, indicators } = matchPlans(read, other);
    expect([...tasks, ...indicators].filter(([left, right]) => left !== `n${right}`)).toEqual([]);
    expect([tasks.size, indicators.size]).toEqual([read.tasks.length, read.indicators.length]);
  });
});

describe("pairs that a person should check", () => {
  const items = (mark: string): { id: string }[] => [0, 1, 2].map((at) => ({ id: `${mark}${at}` }));
  const limits = { sure: 0.5, near: 0.06, nearlyMatched: 0.22 };
  const asked = (candidates: Parameters<typeof doubtfulOf>[3], found: [number, number][]): unknown[] =>
    doubtfulOf("task", items("n"), items("b"), candidates, new Map(found), limits).map(
      ({ incoming, base: of, closeness, matched }) => [incoming, of, closeness, matched],
    );
  const at = (left: number, right: number, score: number): Parameters<typeof doubtfulOf>[3][number] => ({
    left,
    right,
    score,
  });

  it("are those matched with a low score", () => {
    expect([asked([at(0, 0, 0.499)], [[0, 0]]), asked([at(0, 0, 0.5)], [[0, 0]])]).toEqual([
      [["n0", "b0", 0.5, true]],
      [],
    ]);
  });

  it("are those matched with another close behind, be that taken or not", () => {
    expect(asked([at(0, 0, 0.8), at(0, 1, 0.75)], [[0, 0]])).toEqual([["n0", "b0", 0.8, true]]);
    expect(asked([at(0, 1, 0.6), at(0, 2, 0.75), at(0, 0, 0.8)], [[0, 0]])).toHaveLength(1);
    expect(asked([at(0, 0, 0.8), at(0, 1, 0.7)], [[0, 0]])).toEqual([]);
  });

  it("are those that nobody has, with the best that is left, from a certain score on", () => {
    expect(asked([at(0, 0, 0.22), at(0, 1, 0.3), at(0, 2, 0.25)], [])).toEqual([["n0", "b1", 0.3, false]]);
    expect([asked([at(0, 0, 0.22)], []), asked([at(0, 0, 0.219)], [])]).toEqual([[["n0", "b0", 0.22, false]], []]);
    // What another has is not left.
    expect(asked([at(0, 0, 0.29), at(1, 0, 0.9)], [[1, 0]])).toEqual([]);
  });
});
