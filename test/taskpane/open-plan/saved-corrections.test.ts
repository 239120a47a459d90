import "../dom";
import { markedTask, withMark } from "../../../src/plan/by-hand/mark-passage";
import { noCorrections } from "../../../src/plan/corrections";
import { saveCorrections, savedCorrections } from "../../../src/taskpane/open-plan/saved-corrections";
import { correctionsFor } from "../../../src/taskpane/open-plan/corrections-for";

const source = "云溪县方案\n整修村道，请县交通局挑头办理。\n加固危桥，请县水利局挑头办理。";
const marked = withMark(
  noCorrections,
  markedTask(source, [6, 20], { title: "整修村道", lead: ["县交通局"], responsible: [], groups: [] }, []),
  [],
);

describe("what was settled about a text", () => {
  beforeEach(() => localStorage.clear());

  it("holds again when the text is opened again, marked passages too", () => {
    saveCorrections(source, marked);
    expect(savedCorrections(source)).toEqual(marked);
    expect(savedCorrections(`${source}。`)).toBeUndefined();
  });

  it("is read as an earlier version kept it", () => {
    const { marked: _marked, ...earlier } = noCorrections;
    saveCorrections(source, { ...earlier, settled: ["years"] } as unknown as typeof noCorrections);
    expect(savedCorrections(source)).toEqual({ ...noCorrections, settled: ["years"] });
  });

  it("is nothing where the storage holds something else", () => {
    saveCorrections(source, noCorrections);
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, "{");
    expect(savedCorrections(source)).toBeUndefined();
  });
});

describe("a text that is opened", () => {
  const revised = `说明。\n${source}`;

  it("takes over what was settled about the text that it is a revision of, the open one first", () => {
    const { corrections, notes } = correctionsFor(revised, undefined, [
      { source: "别的方案，没有一句相同的话。", corrections: marked },
      { source, corrections: marked },
    ]);
    expect(corrections.marked.map(({ span, id }) => [revised.slice(...span), id])).toEqual([
      ["整修村道，请县交通局挑头办理", marked.marked[0]!.id],
    ]);
    expect(notes).toHaveLength(1);
  });

  it("keeps to what was settled about itself", () =>
    expect(correctionsFor(revised, noCorrections, [{ source, corrections: marked }])).toEqual({
      corrections: noCorrections,
      notes: [],
    }));
  it("does not bring back from an earlier text what was taken back in a later one", () => {
    const before = [
      { source, corrections: noCorrections },
      { source, corrections: marked },
    ];
    expect(correctionsFor(revised, undefined, before)).toEqual({ corrections: noCorrections, notes: [] });
    expect(correctionsFor(revised, undefined, [...before].reverse()).corrections).not.toEqual(noCorrections);
  });
  it("begins anew where it is another plan", () =>
    expect(correctionsFor("另一份方案，说的是别的事情。", undefined, [{ source, corrections: marked }])).toEqual({
      corrections: noCorrections,
      notes: [],
    }));
});
