import type { Origin } from "./origin";
import { elements } from "./xml";

/**
 * What a sheet may have that the grid cannot show: its kind among the sheet's relations, or in its XML, and what to
 * call it.
 */
export const unshown: readonly {
  word: string;
  count(sheet: { xml: string; path: string }, origin: Origin): number;
  example: string;
}[] = [
  {
    word: "图表",
    count: ({ path }, origin) => drawn(path, origin).filter(({ type }) => /^chart(?:Ex)?$/.test(type)).length,
    example: '<drawing r:id="rId1"/>, chart1.xml',
  },
  {
    word: "图片",
    count: ({ path }, origin) => inDrawings(path, /<(?:[\w.-]+:)?pic[\s>]/g, origin),
    example: "<xdr:pic>",
  },
  {
    word: "图形或控件",
    count: ({ path }, origin) => inDrawings(path, /<(?:[\w.-]+:)?sp[\s>]/g, origin),
    example: "<xdr:sp>",
  },
  { word: "批注", count: ({ path }, origin) => comments(path, origin), example: '<comment ref="A1">' },
  { word: "超链接", count: ({ xml }) => elements(xml, "hyperlink").length, example: '<hyperlink ref="A1"/>' },
  { word: "数据透视表", count: ({ path }, origin) => related(path, "pivotTable", origin), example: "pivotTable1.xml" },
  { word: "切片器", count: ({ path }, origin) => related(path, "slicer", origin), example: "slicer1.xml" },
  { word: "迷你图", count: ({ xml }) => elements(xml, "sparkline").length, example: "<x14:sparkline>" },
];

/** Names of parts of the whole workbook, by the kind of their relation. */
export const unshownParts: Readonly<Record<string, string>> = { vbaProject: "宏", externalLink: "到其他工作簿的链接" };

const related = (path: string, type: string, origin: Origin): number =>
  origin.package.relations(path).filter((one) => one.type === type).length;

const drawingsOf = (path: string, origin: Origin): string[] =>
  origin.package
    .relations(path)
    .filter(({ type }) => type === "drawing")
    .map(({ target }) => target);

const drawn = (path: string, origin: Origin) =>
  drawingsOf(path, origin).flatMap((drawing) => origin.package.relations(drawing));

const inDrawings = (path: string, element: RegExp, origin: Origin): number =>
  drawingsOf(path, origin).reduce(
    (sum, drawing) => sum + (origin.package.text(drawing)?.match(element)?.length ?? 0),
    0,
  );

const comments = (path: string, origin: Origin): number =>
  origin.package
    .relations(path)
    .filter(({ type }) => type === "comments")
    .reduce(
      (sum, { target }) => sum + (origin.package.text(target)?.match(/<(?:[\w.-]+:)?comment[\s>]/g)?.length ?? 0),
      0,
    );
