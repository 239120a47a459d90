import type { Op } from "../../src/plan/model";

/** What the walk's plans are made of: a few duties, promises and offices, about which everything is known. */

export type Timing = { kind: "perYear" } | { kind: "cumulative" } | { kind: "byDeadline"; year: number };

/** One quantity that a plan may promise. */
export interface Promised {
  /** As the sheet calls it. */
  name: string;
  /** The plan's sentence. */
  write(value: number): string;
  op: Op;
  measure: string;
  timing: Timing;
  /** The values that revisions choose from, as printed. */
  values: readonly [number, number, number];
  /** Whether it is counted one by one, so that half of one is a mistake. */
  isCounted?: boolean;
}

export interface Duty {
  /** As printed, and as a revision words it. */
  titles: readonly [string, string];
  chapter: 0 | 1;
  /** Said beside the promises. */
  text: string;
  promises: readonly Promised[];
}

const by = (year: number): Timing => ({ kind: "byDeadline", year });
const perYear: Timing = { kind: "perYear" };
const cumulative: Timing = { kind: "cumulative" };

export const duties: readonly Duty[] = [
  {
    titles: ["建设示范学校", "扎实建设示范学校"],
    chapter: 0,
    text: "完善示范学校的建设标准和考核办法",
    promises: [
      {
        name: "建成示范学校",
        write: (value) => `到2025年，建成示范学校${value}所以上`,
        op: ">=",
        measure: "所",
        timing: by(2025),
        values: [20, 24, 30],
        isCounted: true,
      },
      {
        name: "培训教师",
        write: (value) => `每年培训教师不少于${value}名`,
        op: ">=",
        measure: "名",
        timing: perYear,
        values: [50, 60, 45],
        isCounted: true,
      },
    ],
  },
  {
    titles: ["开展读书活动", "广泛开展读书活动"],
    chapter: 0,
    text: "办好读书节和农家书屋",
    promises: [
      {
        name: "开展读书活动",
        write: (value) => `累计开展读书活动${value}场以上`,
        op: ">=",
        measure: "场",
        timing: cumulative,
        values: [100, 120, 80],
        isCounted: true,
      },
    ],
  },
  {
    titles: ["改善阅读条件", "持续改善阅读条件"],
    chapter: 0,
    text: "补齐乡镇阅览室的图书和桌椅",
    promises: [
      {
        name: "居民综合阅读率",
        write: (value) => `到2025年，居民综合阅读率达到${value}%以上`,
        op: ">=",
        measure: "%",
        timing: by(2025),
        values: [80, 85, 75],
      },
      {
        name: "阅览室达标率",
        write: (value) => `到2023年，阅览室达标率达到${value}%以上`,
        op: ">=",
        measure: "%",
        timing: by(2023),
        values: [90, 95, 88],
      },
    ],
  },
  {
    titles: ["健全会商机制", "进一步健全会商机制"],
    chapter: 1,
    text: "定期研究推进中的困难，通报各方的进展",
    promises: [],
  },
  {
    titles: ["控制建设成本", "严格控制建设成本"],
    chapter: 1,
    text: "压缩一般性支出，规范采购的程序",
    promises: [
      {
        name: "会议支出",
        write: (value) => `每年会议支出不超过${value}元`,
        op: "<=",
        measure: "元",
        timing: perYear,
        values: [3000, 2500, 3600],
      },
    ],
  },
  {
    titles: ["修复灌溉渠道", "加快修复灌溉渠道"],
    chapter: 1,
    text: "清理淤塞的沟渠，更换老旧的闸门",
    promises: [
      {
        name: "修复灌渠",
        write: (value) => `累计修复灌渠${value}公里以上`,
        op: ">=",
        measure: "公里",
        timing: cumulative,
        values: [40, 50, 36],
      },
    ],
  },
  {
    titles: ["壮大讲解队伍", "不断壮大讲解队伍"],
    chapter: 0,
    text: "选拔热心公益的退休职工",
    promises: [
      {
        name: "招募讲解志愿者",
        write: (value) => `到2025年，招募讲解志愿者${value}名左右`,
        op: "~",
        measure: "名",
        timing: by(2025),
        values: [200, 240, 180],
        isCounted: true,
      },
    ],
  },
  { titles: ["发布阅读指南", "定期发布阅读指南"], chapter: 0, text: "推荐适合老人和儿童的读物", promises: [] },
  {
    titles: ["稳定粮食生产", "切实稳定粮食生产"],
    chapter: 1,
    text: "推广良种良法，落实耕地保护的责任",
    promises: [
      {
        name: "粮食产量",
        write: (value) => `到2025年，粮食产量达到${value}万吨以上`,
        op: ">=",
        measure: "万吨",
        timing: by(2025),
        values: [23, 25, 22],
      },
    ],
  },
];

/** The deadlines that a plan may give a task: as printed, and the last day in time; absent where it never passes. */
export const deadlines: readonly { text: string; last?: { year: number; month: number } }[] = [
  { text: "2022年6月底前", last: { year: 2022, month: 6 } },
  { text: "2023年底前", last: { year: 2023, month: 12 } },
  { text: "2025年9月底前", last: { year: 2025, month: 9 } },
  { text: "长期坚持" },
];

export interface Office {
  full: string;
  /** The form that plans print beside the full one, where there is one. */
  short?: string;
  /** 简称 that somebody gives it for the header. */
  given: string;
}

export const offices: readonly Office[] = [
  { given: "教体", full: "县教育局" },
  { given: "财金", full: "县财政局" },
  { given: "文体", full: "县文化和旅游局", short: "县文旅局" },
  { given: "农村办", full: "县农业农村局" },
  { given: "城建", full: "县住房和城乡建设局", short: "县住建局" },
  { given: "水务", full: "县水利局" },
  { given: "健康办", full: "县卫生健康局", short: "县卫健局" },
];

/** Names that an office may be given by hand. */
export const newNames: readonly string[] = [
  "县教育和体育局",
  "县财政金融局",
  "县文体旅游局",
  "县乡村振兴局",
  "县城乡建设局",
  "县水务局",
  "县健康促进局",
];

export const chapters: readonly [string, string] = ["主要任务", "保障措施任务"];
export const everybody = "各成员单位";
/** What 截至 is set to. */
export const months: readonly number[] = [12, 3, 6, 9];
export const years: readonly number[] = [2021, 2022, 2023, 2024, 2025];
