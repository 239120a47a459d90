import { unzipSync } from "fflate";

/**
 * What a workbook may hold that the embedded host does not show. It is found by the names of the package's parts, or by
 * what stands in a sheet's part.
 */
interface KeptKind {
  /** How it is counted and called: “3 个图表”. */
  measure: string;
  name: string;
  /** Paths of parts, one for each that is there. */
  part?: RegExp;
  /** In a sheet's or drawing's XML, one for each that is there. */
  element?: RegExp;
  /** A part of such a package, or what stands in it: the row's own example. */
  example: Record<string, string>;
}

/** In the order in which they are told. */
export const keptKinds: readonly KeptKind[] = [
  {
    measure: "个",
    name: "图表",
    part: /^xl\/charts\/chart(?:Ex)?\d+\.xml$/,
    example: { "xl/charts/chart1.xml": "<c:chartSpace/>" },
  },
  {
    measure: "张",
    name: "图片",
    element: /<xdr:pic\b/g,
    example: { "xl/drawings/drawing1.xml": "<xdr:wsDr><xdr:pic/></xdr:wsDr>" },
  },
  {
    measure: "个",
    name: "图形或文本框",
    element: /<xdr:(?:sp|grpSp|cxnSp)\b/g,
    example: { "xl/drawings/drawing1.xml": '<xdr:wsDr><xdr:sp macro=""/></xdr:wsDr>' },
  },
  {
    measure: "条",
    name: "批注",
    element: /<(?:\w+:)?comment\b/g,
    example: { "xl/comments1.xml": '<comments><commentList><comment ref="A1"/></commentList></comments>' },
  },
  {
    measure: "条",
    name: "讨论式批注",
    element: /<(?:\w+:)?threadedComment\b/g,
    example: {
      "xl/threadedComments/threadedComment1.xml": '<ThreadedComments><threadedComment ref="A1"/></ThreadedComments>',
    },
  },
  {
    measure: "个",
    name: "数据透视表",
    part: /^xl\/pivotTables\/[^/]+\.xml$/,
    example: { "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition/>" },
  },
  {
    measure: "个",
    name: "切片器",
    part: /^xl\/(?:slicers|timelines)\/[^/]+\.xml$/,
    example: { "xl/slicers/slicer1.xml": "<slicers/>" },
  },
  {
    measure: "处",
    name: "超链接",
    element: /<hyperlink\b/g,
    example: { "xl/worksheets/sheet1.xml": '<worksheet><hyperlinks><hyperlink ref="A1"/></hyperlinks></worksheet>' },
  },
  {
    measure: "组",
    name: "迷你图",
    element: /<x14:sparklineGroup\b/g,
    example: {
      "xl/worksheets/sheet1.xml":
        "<worksheet><x14:sparklineGroups><x14:sparklineGroup/></x14:sparklineGroups></worksheet>",
    },
  },
  {
    measure: "个",
    name: "按钮、复选框等控件",
    part: /^xl\/(?:ctrlProps|activeX)\/[^/]+\.xml$/,
    example: { "xl/ctrlProps/ctrlProp1.xml": "<formControlPr/>" },
  },
  {
    measure: "个",
    name: "嵌入的文件",
    part: /^xl\/embeddings\/[^/]+$/,
    example: { "xl/embeddings/oleObject1.bin": "" },
  },
  {
    measure: "个",
    name: "SmartArt 图形",
    part: /^xl\/diagrams\/data\d+\.xml$/,
    example: { "xl/diagrams/data1.xml": "<dgm:dataModel/>" },
  },
  { measure: "段", name: "宏（不会运行）", part: /^xl\/vbaProject\.bin$/, example: { "xl/vbaProject.bin": "" } },
  {
    measure: "个",
    name: "对其他工作簿的引用",
    part: /^xl\/externalLinks\/[^/]+\.xml$/,
    example: { "xl/externalLinks/externalLink1.xml": "<externalLink/>" },
  },
  {
    measure: "组",
    name: "数据连接",
    part: /^xl\/connections\.xml$/,
    example: { "xl/connections.xml": "<connections/>" },
  },
];

/** Parts whose inside is looked at. */
const looked = /^xl\/(?:worksheets\/[^/]+|drawings\/[^/]+|comments\d*|comments\/[^/]+|threadedComments\/[^/]+)\.xml$/;

/** How many of each kind a workbook's bytes hold, in words: `["1 个图表", "2 条批注"]`. Empty for what is no package. */
export function keptParts(bytes: Uint8Array): string[] {
  const paths: string[] = [];
  const texts: string[] = [];
  const decoder = new TextDecoder();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name }) => {
        paths.push(name);
        return looked.test(name);
      },
    });
    for (const file of Object.values(files)) texts.push(decoder.decode(file));
  } catch {
    return [];
  }
  return keptKinds.flatMap(({ measure, name, part, element }) => {
    const inPaths = part ? paths.filter((path) => part.test(path)).length : 0;
    const inTexts = element ? texts.reduce((sum, text) => sum + (text.match(element)?.length ?? 0), 0) : 0;
    const count = inPaths + inTexts;
    return count === 0 ? [] : [`${count} ${measure}${name}`];
  });
}
