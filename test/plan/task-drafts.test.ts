import { readPlan } from "../../src/plan";

/** Each task as `path section/section | title | text | units`. */
const tasksOf = (...lines: string[]): string[] =>
  readPlan(["某县实施方案（2024年）", ...lines].join("\n")).tasks.map(
    ({ path, section, title, text, lead, responsible }) =>
      [
        `${path} ${section.join("/")}`.trim(),
        title,
        text.replace(/\n/g, "⏎"),
        [...lead, ...responsible].join("、"),
      ].join(" | "),
  );

describe("what belongs to a task", () => {
  it.each<[what: string, lines: string[], tasks: string[]]>([
    [
      "its text up to the next task, its own items among it",
      ["一、任务", "（一）修路。先测量。（县交通局负责）", "1.放线。", "2.复核。", "（二）架桥。（县水利局负责）"],
      ["一/(一) 任务 | 修路 | 先测量。⏎1.放线。⏎2.复核。 | 县交通局", "一/(二) 任务 | 架桥 |  | 县水利局"],
    ],
    [
      "no item that is a task itself, nor what follows it",
      [
        "一、任务",
        "（一）修路。先测量。（县交通局负责）",
        "1.放线。",
        "2.复核。（县住建局负责）",
        "3.公示。",
        "（二）架桥。（县水利局负责）",
      ],
      [
        "一/(一) 任务 | 修路 | 先测量。⏎1.放线。 | 县交通局",
        "一/(一)/2 任务/修路 | 复核 |  | 县住建局",
        "一/(二) 任务 | 架桥 |  | 县水利局",
      ],
    ],
    [
      "no signature behind the last of a document",
      ["一、修路。先测量。（县交通局负责）", "某县人民政府办公室", "2024年3月1日"],
      ["一 | 修路 | 先测量。 | 县交通局"],
    ],
    [
      "the paragraphs behind it where it is not the last",
      ["一、修路。先测量。（县交通局负责）", "再施工。", "二、架桥。（县水利局负责）"],
      ["一 | 修路 | 先测量。⏎再施工。 | 县交通局", "二 | 架桥 |  | 县水利局"],
    ],
    [
      "each paragraph by itself under a heading",
      ["一、重点任务", "修路。先测量。（县交通局负责）", "架桥。先勘察。（县水利局负责）", "二、保障"],
      ["一 重点任务 | 修路 | 先测量。 | 县交通局", "一 重点任务 | 架桥 | 先勘察。 | 县水利局"],
    ],
    [
      "a short line above a paragraph, as its title",
      [
        "一、重点任务",
        "道路建设",
        "先测量，后施工。（县交通局负责）",
        "桥梁建设",
        "先勘察，后施工。（县水利局负责）",
        "二、保障",
      ],
      ["一 重点任务 | 道路建设 | 先测量，后施工。 | 县交通局", "一 重点任务 | 桥梁建设 | 先勘察，后施工。 | 县水利局"],
    ],
    [
      "all units of a paragraph that names them twice",
      ["一、重点任务", "修路。（县交通局负责）先测量。（县审计局负责）", "架桥。（县水利局负责）", "二、保障"],
      ["一 重点任务 | 修路 | 先测量。 | 县交通局、县审计局", "一 重点任务 | 架桥 |  | 县水利局"],
    ],
    [
      "the paragraph above units on a line of their own",
      ["一、重点任务", "修路。先测量。", "（县交通局负责）", "架桥。先勘察。", "（县水利局负责）", "二、保障"],
      ["一 重点任务 | 修路 | 先测量。 | 县交通局", "一 重点任务 | 架桥 | 先勘察。 | 县水利局"],
    ],
    [
      "units in brackets alone where several items have them",
      ["一、修路。先测量（县交通局）。", "二、架桥。先勘察（县水利局）。"],
      ["一 | 修路 | 先测量。 | 县交通局", "二 | 架桥 | 先勘察。 | 县水利局"],
    ],
    [
      "no unit in brackets alone where it is the only one",
      ["一、修路。先测量（县交通局）。", "二、架桥。先勘察。"],
      [],
    ],
    [
      "a unit in brackets alone behind a full stop",
      ["一、修路。先测量。（县交通局）", "二、架桥。先勘察。"],
      ["一 | 修路 | 先测量。 | 县交通局"],
    ],
    [
      "several units in brackets alone",
      ["一、修路。先测量（县交通局、县财政局）。", "二、架桥。先勘察。"],
      ["一 | 修路 | 先测量。 | 县交通局、县财政局"],
    ],
  ])("is %s", (_, lines, tasks) => expect(tasksOf(...lines)).toEqual(tasks));
});
