import type { Answer, Drawer } from "./abstract";
import { marked } from "./marks";
import type { Reading } from "./notations";
import type { Expected, Printed } from "./outline-layout";
import type { Random } from "./random";
import { list, type Style } from "./style";
import { CHAPTER_TITLES, TITLES } from "./words";

export type TableForm = "tabs" | "bars" | "stacked";

const TASK_HEADS = [
  "工作任务",
  "重点任务",
  "任务内容",
  "实事项目",
  "反馈问题",
  "目标任务和要求",
  "主要措施",
  "工作事项",
  "考核内容",
  "工作安排",
  "惠民实事",
  "指标任务",
  "整改事项",
  "工作内容",
];
const CONTENT_HEADS = ["主要内容", "工作要求", "具体举措", "工作措施", "推进措施", "任务要求"];
const NUMBER_HEADS = ["序号", "编号"];
const EXTRAS: readonly (readonly [head: string, values: readonly string[]])[] = [
  ["资金来源", ["县级财政资金", "上级专项资金", "自筹"]],
  ["验收标准", ["通过现场验收", "群众普遍满意"]],
  ["联系电话", ["6230018", "6231199"]],
  ["季度安排", ["二季度完成主体工程", "三季度投入使用"]],
  ["推进方式", ["分步实施", "同步推进"]],
];

export interface TableFrame {
  random: Random;
  drawer: Drawer;
  style: Style;
  form: TableForm;
  persons: boolean;
  dates: boolean;
}

type UnitColumns = "main" | "lead+support" | "lead+main" | "main+support" | "lead";

/** How several rows with the same number are printed. */
type Merge = "none" | "blank cells" | "cells left out";

interface Shape {
  units: UnitColumns;
  numbered: "own column" | "in the task";
  content: boolean;
  chapters: boolean;
  merge: Merge;
  extra: (typeof EXTRAS)[number] | undefined;
  person: boolean;
  due: boolean;
  /** Whether each unit of a cell has a line of its own. */
  unitLines: boolean;
  headTwice: boolean;
  twoRowHead: boolean;
  empty: string;
}

/** A row before its cells are joined: the contents of its cells, `undefined` where the cell above extends down. */
type Row = (string | undefined)[];

/** Prints a table of tasks with tabs, with bars, or with one cell per line. */
export function printTable(frame: TableFrame): Printed {
  return new TablePrinter(frame).print();
}

class TablePrinter {
  private readonly tasks: Expected[] = [];
  private readonly shape: Shape;
  private readonly titles: string[];
  private width = 0;

  constructor(private readonly frame: TableFrame) {
    this.shape = drawShape(frame);
    this.titles = frame.random.some(TITLES, 20);
  }

  print(): Printed {
    const { random, form } = this.frame;
    const { shape } = this;
    const head = this.heads();
    this.width = head.length;
    const rows: { cells: Row; chapter?: true; head?: true }[] = [];
    let number = 0;
    let chapter = 0;
    const chapters = shape.chapters ? random.int(1, 2) : 1;
    for (let c = 0; c < chapters; c++) {
      const path: string[] = [];
      if (shape.chapters) {
        const label = "一二三"[chapter++]!;
        path.push(label);
        rows.push({ cells: [`${label}、${CHAPTER_TITLES[(chapter * 3) % CHAPTER_TITLES.length]!}`], chapter: true });
      }
      const count = random.int(chapters > 1 ? 1 : 2, 4);
      for (let k = 0; k < count; k++) {
        number++;
        const merged = shape.merge !== "none" && (number === 1 || random.chance(0.3)) ? 2 : 1;
        for (let m = 0; m < merged; m++)
          rows.push({ cells: this.row([...path, String(number)], String(number), m > 0) });
        if (shape.headTwice && number === 2 && k + 1 < count) rows.push({ cells: head, head: true });
      }
    }
    const { units, numbered, content, merge, extra, unitLines, headTwice, twoRowHead } = shape;
    return {
      paragraphs: [
        ...this.joined(head, true),
        ...rows.flatMap(({ cells, chapter: isChapter, head: isHead }) =>
          this.joined(cells, isHead ?? false, isChapter),
        ),
      ],
      tasks: this.tasks,
      dims: {
        table: form,
        columns: units,
        number: numbered,
        content: String(content),
        chapters: String(shape.chapters),
        merge,
        extra: extra?.[0] ?? "-",
        unitLines: String(unitLines),
        headTwice: String(headTwice),
        twoRowHead: String(twoRowHead),
        emptyCell: shape.empty === "" ? "nothing" : shape.empty,
        persons: String(shape.person),
        dates: String(shape.due),
      },
    };
  }

  private heads(): string[] {
    const { style, random } = this.frame;
    const { shape } = this;
    const units = {
      main: [style.mainLabel],
      lead: [style.leadLabel],
      "lead+support": [style.leadLabel, style.supportLabel],
      "lead+main": [style.leadLabel, style.mainLabel],
      "main+support": [style.mainLabel, style.supportLabel],
    }[shape.units];
    return [
      ...(shape.numbered === "own column" ? [random.pick(NUMBER_HEADS)] : []),
      random.pick(TASK_HEADS),
      ...(shape.content ? [random.pick(CONTENT_HEADS)] : []),
      ...units,
      ...(shape.person ? [style.personLabel] : []),
      ...(shape.due ? [style.dueLabel] : []),
      ...(shape.extra ? [shape.extra[0]] : []),
    ];
  }

  private row(path: readonly string[], number: string, goesOn: boolean): Row {
    const { random, drawer, style } = this.frame;
    const { shape } = this;
    const two = shape.units === "lead+support" || shape.units === "lead+main" || shape.units === "main+support";
    const answer = drawer.answer(
      {
        lead: [1, 1],
        support: shape.units === "lead" ? [0, 0] : shape.unitLines ? [1, 2] : [0, 3],
        groups: shape.units !== "lead" && !shape.unitLines,
      },
      true,
    );
    const mark = drawer.newMark();
    const title = this.titles.pop()!;
    const text = shape.content
      ? title
      : random.chance(0.5)
        ? `${title}。`
        : `${title}，${drawer.sentences(1, 1).join("")}`;
    const cells: Row = [
      ...(shape.numbered === "own column" ? [goesOn ? undefined : number] : []),
      goesOn && shape.content ? undefined : (shape.numbered === "own column" ? "" : `${number}.`) + text,
      ...(shape.content ? [drawer.sentences(1, 1).join("")] : []),
      ...this.unitCells(answer, mark, two),
      ...(shape.person ? [answer.persons!.names.join("、")] : []),
      ...(shape.due ? [answer.due!.words] : []),
      ...(shape.extra ? [random.pick(shape.extra[1])] : []),
    ];
    this.tasks.push({
      paths: [path.join("/")],
      reading: this.reading(answer, two),
      mark,
      ...(shape.due ? { due: answer.due!.by } : {}),
      ...(shape.person ? { persons: answer.persons!.names.map((name) => `${style.personLabel}:${name}`) } : {}),
    });
    return cells;
  }

  private unitCells(answer: Answer, mark: number, two: boolean): string[] {
    const { style } = this.frame;
    const comma = this.shape.unitLines ? "\n" : style.comma;
    if (!two) return [marked(mark, list(style, [...answer.lead, ...answer.support], answer.groups, comma))];
    const second = list(style, answer.support, answer.groups, comma);
    return [marked(mark, list(style, answer.lead)), second === "" ? this.shape.empty : second];
  }

  private reading({ lead, support, groups }: Answer, two: boolean): Reading {
    const names = (units: typeof lead): string[] => units.map(({ name }) => name);
    const alone = lead.length + support.length === 1 && groups.length === 0;
    const stated = two || this.shape.units === "lead" || alone;
    return { lead: names(lead), responsible: names(support), groups, basis: stated ? "stated" : "firstByConvention" };
  }

  private joined(cells: Row, isHead: boolean, isChapter = false): string[] {
    const { form } = this.frame;
    const { merge, twoRowHead } = this.shape;
    const width = this.width;
    if (form === "stacked") return cells.flatMap((cell) => (cell === undefined ? [] : cell.split("\n")));
    const kept = cells
      .map((cell) => (cell === undefined ? (merge === "cells left out" ? undefined : "") : cell))
      .filter((cell): cell is string => cell !== undefined);
    if (isHead && twoRowHead) return this.twoRows(kept);
    const full =
      isChapter && form === "tabs"
        ? kept
        : [...kept, ...Array<string>(Math.max(0, isChapter ? width - kept.length : 0)).fill("")];
    return [this.line(full), ...(isHead && form === "bars" ? [this.line(full.map(() => "---"))] : [])];
  }

  /** 责任分工 over 牵头单位 and 配合单位. */
  private twoRows(heads: readonly string[]): string[] {
    const at = heads.findIndex((head) => head === this.frame.style.leadLabel);
    const upper = heads.map((head, k) => (k === at ? "责任分工" : k === at + 1 ? "" : head));
    const lower = heads.map((head, k) => (k === at || k === at + 1 ? head : ""));
    return [this.line(upper), this.line(lower)];
  }

  private line(cells: readonly string[]): string {
    return this.frame.form === "tabs" ? cells.join("\t") : `|${cells.join("|")}|`;
  }
}

function drawShape({ random, form, persons, dates }: TableFrame): Shape {
  const units = random.weighed<UnitColumns>([
    ["main", 4],
    ["lead+support", 4],
    ["lead+main", 2],
    ["main+support", 1],
    ["lead", 0.5],
  ]);
  const numberedIn = random.chance(0.8) ? "own column" : "in the task";
  const content = random.chance(0.35);
  const merge =
    content && numberedIn === "own column"
      ? random.weighed<Merge>([
          ["none", 2],
          ["blank cells", form === "stacked" ? 0 : 1],
          ["cells left out", 1],
        ])
      : "none";
  return {
    units,
    numbered: numberedIn,
    content,
    chapters: random.chance(0.2),
    merge,
    extra: random.chance(0.35) ? random.pick(EXTRAS) : undefined,
    person: persons,
    due: dates,
    unitLines: form === "stacked" && units === "main" && random.chance(0.4),
    headTwice: random.chance(0.1),
    twoRowHead: form === "tabs" && units === "lead+support" && random.chance(0.3),
    empty: form === "stacked" ? random.pick(["/", "—", "\u00a0"]) : random.pick(["", "", "/", "—"]),
  };
}
