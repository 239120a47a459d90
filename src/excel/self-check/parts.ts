import { sentence } from "../../plan/sentence";
import { seen, type Check, type ScratchSheets } from "./check";
import { scratchNamespace } from "./scratch-names";

const xmlOf = (text: string): string => `<check xmlns="${scratchNamespace}" version="1" sum="ab">${text}</check>`;

/** Adds a part, reads it back and deletes it. */
async function thereAndBack({ context }: ScratchSheets, xml: string): Promise<string> {
  const part = context.workbook.customXmlParts.add(xml);
  const back = part.getXml();
  part.load("id");
  await context.sync();
  part.delete();
  await context.sync();
  return back.value;
}

const textIn = (xml: string): string => />([^<]*)<\/(?:[\w.-]+:)?check>\s*$/.exec(xml)?.[1] ?? "";

/** Whether a part with a text of this length is read back whole. */
const partComesBack =
  (length: number): Check["attempt"] =>
  async (scratch) => {
    const back = textIn(await thereAndBack(scratch, xmlOf("a".repeat(length))));
    return seen(back.length === length, back.length);
  };

export const partChecks: readonly Check[] = [
  {
    key: "xml",
    name: sentence("方案记录：存进工作簿再读回"),
    expected: sentence("一字不差；只是写法变了也可，工具比的是内容"),
    attempt: async (scratch) => {
      const [xml, back] = [xmlOf("自检"), await thereAndBack(scratch, xmlOf("自检"))];
      return seen(
        back === xml,
        back === xml ? "byte for byte" : `content ${textIn(back) === "自检" ? "kept" : "lost"}: ${back.slice(0, 160)}`,
      );
    },
  },
  {
    key: "xmlParts",
    name: sentence("方案记录：找到、改写、删除"),
    expected: sentence("按命名空间找到一份，改写后读出新的，删后没有"),
    attempt: async ({ context }) => {
      const scoped = context.workbook.customXmlParts.getByNamespace(scratchNamespace);
      context.workbook.customXmlParts.add(xmlOf("旧"));
      const only = scoped.getOnlyItemOrNullObject();
      only.load("id");
      const count = scoped.getCount();
      await context.sync();
      only.setXml(xmlOf("新"));
      const back = only.getXml();
      scoped.load("items/id");
      await context.sync();
      for (const part of scoped.items) part.delete();
      const left = scoped.getCount();
      await context.sync();
      return seen(
        count.value === 1 && textIn(back.value) === "新" && left.value === 0,
        count.value,
        textIn(back.value),
        left.value,
      );
    },
  },
  {
    key: "largePart",
    name: sentence("方案记录：90 万个字符"),
    expected: sentence("存得进，读回一样长；工具写的每份都不超过它"),
    attempt: partComesBack(899_000),
  },
  {
    key: "tooLargePart",
    name: sentence("方案记录：110 万个字符"),
    expected: sentence("存得进；拒绝也可，工具不写这么大的一份"),
    attempt: partComesBack(1_100_000),
  },
];
