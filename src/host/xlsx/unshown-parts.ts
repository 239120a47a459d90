import type { WorkbookPackage } from "./package";

/**
 * What a workbook may contain that the embedded host cannot show. It is kept when the workbook is saved, and the user is
 * told of it. It is recognised by the paths of the package's parts, or by elements of sheets, drawings and comments.
 */
interface UnshownKind {
  /** The measure word (量词) that it is counted with: “3 个图表”. */
  measure: string;
  name: string;
  /** Paths of parts; each part counts as one. */
  part?: RegExp;
  /** An element; each occurrence counts as one. */
  element?: RegExp;
  /** Parts of a package that contain exactly one, by path. The test of the row. */
  example: Record<string, string>;
}

/** In the order in which the user is told of them. */
export const unshownKinds: readonly UnshownKind[] = [
  {
    measure: "个",
    name: "图表",
    part: /\/charts\/chart(?:Ex)?\d+\.xml$/i,
    example: { "xl/charts/chart1.xml": "<c:chartSpace/>" },
  },
  {
    measure: "张",
    name: "图片",
    element: /<(?:[\w.-]+:)?pic[\s/>]/g,
    example: { "xl/drawings/drawing1.xml": "<xdr:wsDr><xdr:pic/></xdr:wsDr>" },
  },
  {
    measure: "个",
    name: "图形或文本框",
    element: /<(?:[\w.-]+:)?(?:sp|grpSp|cxnSp)[\s/>]/g,
    example: { "xl/drawings/drawing1.xml": '<xdr:wsDr><xdr:sp macro=""/></xdr:wsDr>' },
  },
  {
    measure: "条",
    name: "批注",
    element: /<(?:[\w.-]+:)?comment[\s/>]/g,
    example: { "xl/comments1.xml": '<comments><commentList><comment ref="A1"/></commentList></comments>' },
  },
  {
    measure: "条",
    name: "讨论式批注",
    element: /<(?:[\w.-]+:)?threadedComment[\s/>]/g,
    example: {
      "xl/threadedComments/threadedComment1.xml": '<ThreadedComments><threadedComment ref="A1"/></ThreadedComments>',
    },
  },
  {
    measure: "个",
    name: "数据透视表",
    part: /\/pivotTables\/[^/]+\.xml$/i,
    example: { "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition/>" },
  },
  {
    measure: "个",
    name: "切片器",
    part: /\/(?:slicers|timelines)\/[^/]+\.xml$/i,
    example: { "xl/slicers/slicer1.xml": "<slicers/>" },
  },
  {
    measure: "处",
    name: "超链接",
    element: /<(?:[\w.-]+:)?hyperlink[\s/>]/g,
    example: { "xl/worksheets/sheet1.xml": '<worksheet><hyperlinks><hyperlink ref="A1"/></hyperlinks></worksheet>' },
  },
  {
    measure: "组",
    name: "迷你图",
    element: /<(?:[\w.-]+:)?sparklineGroup[\s/>]/g,
    example: {
      "xl/worksheets/sheet1.xml":
        "<worksheet><x14:sparklineGroups><x14:sparklineGroup/></x14:sparklineGroups></worksheet>",
    },
  },
  {
    measure: "个",
    name: "按钮、复选框等控件",
    part: /\/(?:ctrlProps|activeX)\/[^/]+\.xml$/i,
    example: { "xl/ctrlProps/ctrlProp1.xml": "<formControlPr/>" },
  },
  {
    measure: "个",
    name: "嵌入的文件",
    part: /\/embeddings\/[^/]+$/i,
    example: { "xl/embeddings/oleObject1.bin": "" },
  },
  {
    measure: "个",
    name: "SmartArt 图形",
    part: /\/diagrams\/data\d+\.xml$/i,
    example: { "xl/diagrams/data1.xml": "<dgm:dataModel/>" },
  },
  { measure: "段", name: "宏（不会运行）", part: /\/vbaProject\.bin$/i, example: { "xl/vbaProject.bin": "" } },
  {
    measure: "个",
    name: "对其他工作簿的引用",
    part: /\/externalLinks\/[^/]+\.xml$/i,
    example: { "xl/externalLinks/externalLink1.xml": "<externalLink/>" },
  },
  {
    measure: "组",
    name: "数据连接",
    part: /\/connections\.xml$/i,
    example: { "xl/connections.xml": "<connections/>" },
  },
];

/** Parts that are searched for elements. */
const searched = /(?:^|\/)(?:(?:worksheets|drawings|comments|threadedComments)\/[^/]+|comments\d*)\.xml$/i;

/** Stands in for a drawing in programs that do not know it: it is not shown where that one is, and counts for nothing. */
const fallback = /<mc:Fallback>[^]*?<\/mc:Fallback>/g;

/**
 * Counts what cannot be shown, in the words that the user is told: `["1 个图表", "2 条批注"]`.
 * @param paths the parts to count in; all parts of the file if absent
 */
export function unshownIn(file: WorkbookPackage, paths: readonly string[] = file.all): string[] {
  const texts = paths.filter((path) => searched.test(path)).map((path) => file.text(path)!.replace(fallback, ""));
  return unshownKinds.flatMap(({ measure, name, part, element }) => {
    const inPaths = part ? paths.filter((path) => part.test(path)).length : 0;
    const inTexts = element ? texts.reduce((sum, text) => sum + (text.match(element)?.length ?? 0), 0) : 0;
    const count = inPaths + inTexts;
    return count === 0 ? [] : [`${count} ${measure}${name}`];
  });
}
