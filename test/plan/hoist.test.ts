import { readPlan } from "../../src/plan";

/** Each task as `title：units`. */
const tasksOf = (...lines: string[]): string[] =>
  readPlan(["某县实施方案（2024年）", ...lines].join("\n")).tasks.map(
    ({ title, lead, responsible }) => `${title}：${[...lead, ...responsible].join("、")}`,
  );

describe("units behind the last of several items", () => {
  it.each<[what: string, lines: string[], tasks: string[]]>([
    [
      "answer for all of them where they stand on a line of their own",
      ["一、重点任务", "（一）修路", "1.测量。", "2.施工。", "（县交通局负责）"],
      ["修路：县交通局"],
    ],
    [
      "answer for a chapter on a line of their own where no other list is answered item by item",
      ["一、修路", "1.测量。", "2.施工。", "（县交通局负责）"],
      ["修路：县交通局"],
    ],
    [
      "answer for the last alone in a chapter where as many lists are answered item by item",
      [
        "一、修路",
        "1.测量。",
        "2.施工。",
        "（县交通局负责）",
        "二、架桥",
        "（一）南桥",
        "1.勘察。（县水利局负责）",
        "2.验收。（县住建局负责）",
      ],
      ["施工：县交通局", "勘察：县水利局", "验收：县住建局"],
    ],
    [
      "answer for all of a list within a chapter on a line of their own, however the others are answered",
      [
        "一、重点任务",
        "（一）修路",
        "1.测量。",
        "2.施工。",
        "（县交通局负责）",
        "（二）架桥",
        "1.勘察。（县水利局负责）",
        "2.验收。（县住建局负责）",
      ],
      ["修路：县交通局", "勘察：县水利局", "验收：县住建局"],
    ],
    [
      "answer for all at the end of the last where the list beside it has units of its own",
      ["一、重点任务", "（一）修路", "1.测量。", "2.施工。（县交通局负责）", "（二）架桥。（县水利局负责）"],
      ["修路：县交通局", "架桥：县水利局"],
    ],
    [
      "answer for all at the end of the last where several lists are so",
      [
        "一、重点任务",
        "（一）修路",
        "1.测量。",
        "2.施工。（县交通局负责）",
        "（二）架桥",
        "1.勘察。",
        "2.验收。（县水利局负责）",
      ],
      ["修路：县交通局", "架桥：县水利局"],
    ],
    [
      "answer for the last alone at its end where nothing tells more",
      ["一、重点任务", "（一）修路", "1.测量。", "2.施工。（县交通局负责）", "（二）架桥。"],
      ["施工：县交通局"],
    ],
    [
      "answer for the last alone at its end where a list is answered item by item",
      [
        "一、重点任务",
        "（一）修路",
        "1.测量。",
        "2.施工。（县交通局负责）",
        "（二）架桥。（县水利局负责）",
        "（三）植树",
        "1.育苗。（县林业局负责）",
        "2.管护。（县农业局负责）",
      ],
      ["施工：县交通局", "架桥：县水利局", "育苗：县林业局", "管护：县农业局"],
    ],
    [
      "answer for the last alone at its end in a chapter",
      ["一、修路", "1.测量。", "2.施工。（县交通局负责）", "二、架桥", "1.勘察。", "2.验收。（县水利局负责）"],
      ["施工：县交通局", "验收：县水利局"],
    ],
    [
      "answer for the last alone where text goes on behind them",
      ["一、重点任务", "（一）修路", "1.测量。", "2.施工。（县交通局负责）并公示。", "（二）架桥。（县水利局负责）"],
      ["施工：县交通局", "架桥：县水利局"],
    ],
    [
      "answer for the last alone where another of them has units too",
      ["一、重点任务", "（一）修路", "1.测量。（县审计局负责）", "2.施工。", "3.验收。", "（县交通局负责）"],
      ["测量：县审计局", "验收：县交通局"],
    ],
    [
      "answer for a single item alone",
      ["一、重点任务", "（一）修路", "1.施工。", "（县交通局负责）", "（二）架桥。（县水利局负责）"],
      ["施工：县交通局", "架桥：县水利局"],
    ],
    [
      "answer for the last alone where the list has units of its own",
      ["一、重点任务", "（一）修路。（县财政局负责）", "1.测量。", "2.施工。", "（县交通局负责）"],
      ["修路：县财政局", "施工：县交通局"],
    ],
    [
      "answer for the last alone where the items have lists of their own",
      ["一、重点任务", "（一）修路", "1.测量。", "（1）放线。", "（2）复核。", "2.施工。", "（县交通局负责）"],
      ["施工：县交通局"],
    ],
  ])("%s", (_, lines, tasks) => expect(tasksOf(...lines)).toEqual(tasks));
});
