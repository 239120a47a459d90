import { sentence } from "../../plan/sentence";
import { seen, type Check } from "./check";

/** Milliseconds within which Excel must report a change made by the add-in. */
const patience = 3_000;

/** Waits, since events arrive after the answer. */
function soon(has: () => boolean): Promise<boolean> {
  const end = Date.now() + patience;
  const look = async (): Promise<boolean> => {
    if (has() || Date.now() > end) return has();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return look();
  };
  return look();
}

export const eventChecks: readonly Check[] = [
  {
    key: "events",
    name: sentence("工作簿变动的通知"),
    expected: sentence("改单元格、建表格后面板收到通知，取消后不再收"),
    attempt: async ({ context, cells, top }) => {
      const heard = new Set<string>();
      const hear = (what: string) => async (): Promise<void> => void heard.add(what);
      const { worksheets, tables } = context.workbook;
      const handlers = [
        worksheets.onChanged.add(hear("changed")),
        tables.onAdded.add(hear("added")),
        tables.onDeleted.add(hear("deleted")),
        worksheets.onDeleted.add(hear("sheet")),
      ];
      await context.sync();
      try {
        const area = cells.getRangeByIndexes(top, 0, 2, 1);
        area.values = [["事项"], ["甲"]];
        const table = cells.tables.add(area, true);
        await context.sync();
        const came = await soon(() => heard.has("changed") && heard.has("added"));
        table.convertToRange();
        await context.sync();
        return seen(came, [...heard]);
      } finally {
        for (const handler of handlers) handler.remove();
        await context.sync();
      }
    },
  },
];
