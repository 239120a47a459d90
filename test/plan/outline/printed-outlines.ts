import fc from "fast-check";

/** Outlines in every combination of numbers, breaks and faults, for a property test. */

/** An outline before it is printed with numbers, breaks and faults. */
export interface Chapter {
  title: string;
  sections: { title: string; items: { title: string; body: string }[] }[];
}

const digits = "零一二三四五六七八九";
const chinese = (n: number): string =>
  n < 10
    ? digits[n]!
    : n < 20
      ? `十${n === 10 ? "" : digits[n - 10]}`
      : `${digits[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : digits[n % 10]}`;

interface Style {
  print: (n: number) => string;
  label: (n: number) => string;
}
const chapterStyles: readonly Style[] = [
  { print: (n) => `${chinese(n)}、`, label: chinese },
  { print: (n) => `第${chinese(n)}章 `, label: (n) => `第${chinese(n)}章` },
  { print: (n) => `第${chinese(n)}部分 `, label: (n) => `第${chinese(n)}部分` },
];
const sectionStyles: readonly Style[] = [
  { print: (n) => `（${chinese(n)}）`, label: (n) => `(${chinese(n)})` },
  { print: (n) => `(${chinese(n)})`, label: (n) => `(${chinese(n)})` },
  { print: (n) => `（${chinese(n)}）、`, label: (n) => `(${chinese(n)})` },
];
const itemStyles: readonly Style[] = [
  { print: (n) => `${n}.`, label: String },
  { print: (n) => `${n}．`, label: String },
  { print: (n) => `${n}、`, label: String },
  { print: (n) => `${n}﹒`, label: String },
  { print: (n) => String.fromCharCode(0x2487 + n), label: String },
  { print: (n) => `（${n}）`, label: (n) => `(${n})` },
  { print: (n) => String.fromCharCode(0x2473 + n), label: (n) => `(${n})` },
  { print: (n) => String.fromCharCode(0x245f + n), label: (n) => String.fromCharCode(0x245f + n) },
];

/**
 * How paragraphs are separated: `all`: each on a line of its own; `heading`: a heading shares the line with the item
 * below it; otherwise all on one line.
 */
type Layout = "all" | "heading" | "blank" | "none";
const layouts: readonly Layout[] = ["all", "heading", "blank", "none"];
/** The fault of one number of the last level. */
type Fault = "none" | "missing" | "doubled" | "wrongMark" | "leftOut";
const faults: readonly Fault[] = ["none", "missing", "doubled", "wrongMark", "leftOut"];

const objects = [
  "城乡公路",
  "供水管网",
  "社区食堂",
  "农贸市场",
  "口袋公园",
  "充电设施",
  "应急仓库",
  "乡镇卫生院",
  "老旧小区",
  "河湖堤防",
  "数字平台",
  "育苗基地",
  "冷链物流",
  "停车泊位",
  "残疾人家庭",
];
const verbs = ["改造", "完善", "推广", "整治", "优化", "扩建", "规范", "健全"];
const units = ["市水务局", "市教育局", "市财政局", "市交通运输局", "市民政局", "市住房城乡建设局"];
const bodies = [
  "新建3个站点，面积1.5万亩，覆盖率提高3.2%。",
  "按照（三）要求和附件2、附件3的标准推进。",
  "重点做到：1.统一标准；2.统一标识；3.统一管理。",
  "自2021.3.5起施行，系统升级到V2.0版。",
  "推进一、二、三产业融合，落实第二条措施。",
  "严格执行《条例》第三条、第（四）项规定。",
  "联系电话0471-12345，实行24小时值守。",
  "2025年底前完成，2026年6月底前验收。",
  "涉及1、2号楼和3、4号机组。",
  "加强统筹，确保实效。",
];
const attributions = [
  (unit: string) => `（${unit}负责）`,
  (unit: string) => `（责任单位：${unit}）`,
  (unit: string) => `（${unit}牵头，市发展改革委配合）`,
];

export const chapters = fc
  .array(
    fc.array(
      fc.array(fc.tuple(fc.nat(objects.length - 1), fc.nat(verbs.length - 1), fc.nat(bodies.length - 1)), {
        minLength: 1,
        maxLength: 4,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((plan): Chapter[] =>
    plan.map((sections, c) => ({
      title: `第${"甲乙丙"[c]}方面的任务`.slice(1),
      sections: sections.map((items, s) => ({
        title: `${"东南西"[s]}片区建设工程`,
        items: items.map(([object, verb, body]) => ({
          title: `${verbs[verb]}${objects[object]}`,
          body: bodies[body]!,
        })),
      })),
    })),
  );

export const options = fc.record({
  chapter: fc.nat(chapterStyles.length - 1),
  section: fc.option(fc.nat(sectionStyles.length - 1)),
  item: fc.nat(itemStyles.length - 1),
  layout: fc.constantFrom(...layouts),
  fault: fc.constantFrom(...faults),
  at: fc.nat(99),
  runsOn: fc.boolean(),
  attribution: fc.nat(attributions.length - 1),
});
export type Options = typeof options extends fc.Arbitrary<infer T> ? T : never;

export interface Printed {
  text: string;
  /** The path, title and section of each task, as far as they can be told from the text. */
  tasks: { path: string; title: string; section: string[] }[];
  /** A heading shares a line with an item without a number, so nobody can tell where the heading ends. */
  blurs?: string;
}

/** Prints an outline in one combination of numbers, breaks and one fault. */
export function print(plan: readonly Chapter[], o: Options): Printed {
  const [chapterStyle, sectionStyle, itemStyle] = [
    chapterStyles[o.chapter]!,
    o.section === null ? undefined : sectionStyles[o.section]!,
    itemStyles[o.item]!,
  ];
  const paragraphs: { words: string; isHeading: boolean }[] = [];
  const tasks: Printed["tasks"] = [];
  let number = 0;
  let count = 0;
  const total = plan.flatMap(({ sections }) => sections.flatMap(({ items }) => items)).length;
  // Numbers that are a single sign (⒈, ⑴, ①) exist only up to twenty.
  const runsOn = o.runsOn && total <= 20;
  const spoilt = o.fault === "none" ? -1 : o.at % total;
  let blurs: string | undefined;
  plan.forEach((chapter, c) => {
    paragraphs.push({ words: `${chapterStyle.print(c + 1)}${chapter.title}`, isHeading: true });
    if (!runsOn) number = 0;
    const sections = sectionStyle
      ? chapter.sections
      : [{ title: "", items: chapter.sections.flatMap(({ items }) => items) }];
    sections.forEach((section, s) => {
      if (sectionStyle) paragraphs.push({ words: `${sectionStyle.print(s + 1)}${section.title}`, isHeading: true });
      if (sectionStyle && !runsOn) number = 0;
      for (const item of section.items) {
        number++;
        const isSpoilt = count++ === spoilt;
        const words = `${item.title}。${item.body}${attributions[o.attribution]!(units[count % units.length]!)}`;
        const path = (n: number): string =>
          [chapterStyle.label(c + 1), ...(sectionStyle ? [sectionStyle.label(s + 1)] : []), itemStyle.label(n)].join(
            "/",
          );
        const above = [chapter.title, ...(sectionStyle ? [section.title] : [])];
        if (isSpoilt && o.fault === "leftOut") continue;
        const isMissing = o.fault === "missing" || (o.fault === "wrongMark" && itemStyle.label(1) !== "1");
        if (isSpoilt && isMissing && o.layout !== "all" && paragraphs.at(-1)!.isHeading) blurs = above.at(-1);
        if (isSpoilt && o.fault === "doubled") number = Math.max(1, number - 1);
        const printed = !isSpoilt || o.fault === "doubled" ? itemStyle.print(number) : isMissing ? "" : `${number}。`;
        paragraphs.push({ words: printed + words, isHeading: false });
        if (!isSpoilt || o.fault === "doubled") tasks.push({ path: path(number), title: item.title, section: above });
      }
    });
  });
  const title = "青溪市片区建设实施方案（2024—2026年）";
  const first = { words: "为做好工作，制定本方案。", isHeading: false };
  const text = [first, ...paragraphs]
    .map(
      ({ words, isHeading }) =>
        words + (o.layout === "all" || (o.layout === "heading" && !isHeading) ? "\n" : o.layout === "blank" ? " " : ""),
    )
    .join("");
  return {
    text: `${title}${o.layout === "none" || o.layout === "blank" ? "" : "\n"}${text}`,
    tasks,
    ...(blurs ? { blurs } : {}),
  };
}
