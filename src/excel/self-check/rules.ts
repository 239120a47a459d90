import { sentence } from "../../plan/sentence";
import { seen, type Check, type ScratchSheets } from "./check";

const longestFormula = 255;
const longestAlert = 225;

/** A custom rule of exactly this many characters. */
const formulaOf = (length: number): string => `=LEN("${"长".repeat(length - 10)}")>0`;
const above = (bound: number): Excel.DataValidationRule => ({
  decimal: { formula1: bound, operator: "GreaterThanOrEqualTo" },
});

/** Whether Excel accepts a custom rule of this length. */
const formulaTaken =
  (length: number): Check["attempt"] =>
  async ({ context, cells, top }) => {
    cells.getRangeByIndexes(top, 0, 1, 1).dataValidation.rule = { custom: { formula: formulaOf(length) } };
    await context.sync();
    return seen(true, "accepted");
  };

/** Whether Excel accepts an alert of this length. */
const alertTaken =
  (length: number): Check["attempt"] =>
  async ({ context, cells, top }) => {
    const { dataValidation } = cells.getRangeByIndexes(top, 0, 1, 1);
    dataValidation.rule = above(0);
    dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "自检", message: "长".repeat(length) };
    await context.sync();
    return seen(true, "accepted");
  };

/** Two cells, each with a rule of its own. */
async function cellsOfTwoRules({ context, cells, top }: ScratchSheets): Promise<Excel.Range> {
  cells.getRangeByIndexes(top, 0, 1, 1).dataValidation.rule = above(0);
  cells.getRangeByIndexes(top + 1, 0, 1, 1).dataValidation.rule = above(1);
  await context.sync();
  return cells.getRangeByIndexes(top, 0, 2, 1);
}

export const ruleChecks: readonly Check[] = [
  {
    key: "list",
    name: sentence("下拉列表，选项取自单元格"),
    expected: sentence("规则和提示设得上"),
    attempt: async ({ context, cells, top }) => {
      cells.getRangeByIndexes(top, 5, 2, 1).values = [["已完成"], ["推进中"]];
      const { dataValidation } = cells.getRangeByIndexes(top, 0, 2, 1);
      dataValidation.rule = { list: { inCellDropDown: true, source: `=$F$${top + 1}:$F$${top + 2}` } };
      dataValidation.prompt = { showPrompt: true, title: "自检", message: "请选一项" };
      dataValidation.load("rule,type");
      await context.sync();
      return seen(dataValidation.type === "List", dataValidation.rule);
    },
  },
  {
    key: "formula255",
    name: sentence("255 个字符的自定义规则"),
    expected: sentence("接受"),
    attempt: formulaTaken(longestFormula),
  },
  {
    key: "formulaOver255",
    name: sentence("256 个字符的自定义规则"),
    expected: sentence("拒绝是正常的界限；工具不写这么长的规则"),
    attempt: formulaTaken(longestFormula + 1),
  },
  {
    key: "alert225",
    name: sentence("225 个字符的出错警告"),
    expected: sentence("接受"),
    attempt: alertTaken(longestAlert),
  },
  {
    key: "alertOver225",
    name: sentence("226 个字符的出错警告"),
    expected: sentence("拒绝是正常的界限；工具不写这么长的警告"),
    attempt: alertTaken(longestAlert + 1),
  },
  {
    key: "mixedRules",
    name: sentence("规则各不相同的单元格上设新规则"),
    expected: sentence("接受；拒绝也可，工具先清除再设"),
    attempt: async (scratch) => {
      const { context } = scratch;
      const both = await cellsOfTwoRules(scratch);
      both.dataValidation.rule = above(2);
      await context.sync();
      return seen(true, "accepted");
    },
  },
  {
    key: "clearedRules",
    name: sentence("先清除规则，再设新规则"),
    expected: sentence("接受"),
    attempt: async (scratch) => {
      const { context } = scratch;
      const { dataValidation } = await cellsOfTwoRules(scratch);
      dataValidation.clear();
      dataValidation.rule = above(2);
      dataValidation.load("type");
      await context.sync();
      return seen(dataValidation.type === "Decimal", dataValidation.type);
    },
  },
  {
    key: "formats",
    name: sentence("条件格式和数据条"),
    expected: sentence("三条都在，公式读回来一样"),
    attempt: async ({ context, cells, top }) => {
      const range = cells.getRangeByIndexes(top, 0, 3, 1);
      range.conditionalFormats.clearAll();
      for (const text of ["▲滞后", "已完成"]) {
        const added = range.conditionalFormats.add("Custom");
        added.custom.rule.formula = `=$A${top + 1}="${text}"`;
        added.custom.format.fill.color = "#FCE4D6";
        added.custom.format.font.color = "#C00000";
        added.custom.format.font.bold = true;
        const line = added.custom.format.borders.getItem("EdgeTop");
        line.style = "Continuous";
        line.color = "#808080";
        added.stopIfTrue = true;
      }
      const { dataBar } = range.conditionalFormats.add("DataBar");
      dataBar.lowerBoundRule = { type: "Number", formula: "0" };
      dataBar.upperBoundRule = { type: "Number", formula: "1" };
      dataBar.positiveFormat.fillColor = "#9DC3E6";
      dataBar.positiveFormat.gradientFill = false;
      const count = range.conditionalFormats.getCount();
      await context.sync();
      return seen(count.value === 3, count.value);
    },
  },
];
