import fc from "fast-check";
import { isAwaited } from "../awaiting";
import { rowName } from "../keys";
import type { KnownRow, Model } from "../model";
import type { Office } from "../office";
import { seenMatrix } from "../seen";
import { keysOf, words, type Typed } from "../standing";
import type { Action, AnyAction } from "../step";
import { years } from "../stock";

/** How a number stands to its target. */
const shares = [0, 0.3, 0.5, 0.92, 1, 1.25] as const;
const texts = ["约50", "50人", "正在统计", "３０", "-", "已完成", "推进中", "未开展", "二十"] as const;

export type Wish = { do: "share"; share: number } | { do: "percent"; value: number } | { do: "text"; text: string } | { do: "blank" } | { do: "word"; word: string } | { do: "odd"; value: number };

export const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("share" as const), share: fc.constantFrom(...shares) }) },
  { weight: isAwaited("percentages shown as such") ? 0 : 4, arbitrary: fc.record({ do: fc.constant("percent" as const), value: fc.constantFrom(92, 0.5, 80, 12.5) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("text" as const), text: fc.constantFrom(...texts) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("blank" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("word" as const), word: fc.constantFrom(...words) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("odd" as const), value: fc.constantFrom(-3, 12.5, 101) }) },
);

/** What a wish comes to in a row; words go where no number is promised. */
export function wishedFor(wish: Wish, { shown }: Pick<KnownRow, "shown">): Typed | undefined {
  if (shown.target === "") return wish.do === "blank" ? undefined : wish.do === "text" ? { as: "text", text: wish.text } : { as: "text", text: wish.do === "word" ? wish.word : "推进中" };
  switch (wish.do) {
    case "blank":
      return undefined;
    case "text":
      return { as: "text", text: wish.text };
    case "word":
      return { as: "text", text: wish.word };
    case "odd":
      return { as: "number", value: wish.value };
    case "percent":
      return shown.measure === "%" ? { as: "percent", value: wish.value } : { as: "number", value: Math.round(wish.value) };
    case "share": {
      const value = Number(shown.target.slice(1)) * wish.share;
      return { as: "number", value: shown.measure === "%" ? Math.min(100, Number(value.toFixed(2))) : Math.round(value) };
    }
  }
}

const wishText = (wish: Wish): string => (wish.do === "share" ? `${Math.round(wish.share * 100)}% of the target` : wish.do === "blank" ? "nothing" : wish.do === "text" ? `“${wish.text}”` : wish.do === "word" ? wish.word : wish.do === "percent" ? `${wish.value}%, shown as such` : String(wish.value));

/** The row at some place of those that are known. */
export const rowAt = ({ rows }: Model, at: number): KnownRow => [...rows.values()][at % rows.size]!;

async function into(model: Model, office: Office, row: KnownRow, header: string, typed: Typed | undefined): Promise<void> {
  const matrix = seenMatrix(office.host)!;
  const seen = matrix.rows.find(({ cells }) => cells["任务"] === row.shown.title && cells["指标"] === row.shown.indicator)!;
  await office.type(seen.at, matrix.columns.get(header)!, typed === undefined ? "" : keysOf(typed));
  const { [header]: _, ...others } = row.typed;
  model.set(row.key, (known) => ({ ...known, typed: typed === undefined ? others : { ...others, [header]: typed } }));
}

const entry: AnyAction = fc.record({ at: fc.nat({ max: 11 }), year: fc.constantFrom(...years), wish: anyWish }).map(({ at, year, wish }): Action => ({
  says: `type ${wishText(wish)} for ${year} (row ${at})`,
  act: async (model, office) => {
    if (model.rows.size === 0) return;
    const row = rowAt(model, at);
    const typed = wishedFor(wish, row);
    model.steps.push(`  ${rowName(row.key)}, ${year}: ${typed === undefined ? "nothing" : JSON.stringify(keysOf(typed))}`);
    await into(model, office, row, `${year}年`, typed);
  },
}));

/** All of a year at once, as a clerk does with a list beside the keyboard. */
const yearsEntries: AnyAction = fc.record({ year: fc.constantFrom(...years), wishes: fc.array(anyWish, { minLength: 4, maxLength: 4 }) }).map(({ year, wishes }): Action => ({
  says: `type numbers for ${year} into all rows: ${wishes.map(wishText).join(", ")}`,
  act: async (model, office) => {
    for (const [index, row] of [...model.rows.values()].entries()) await into(model, office, row, `${year}年`, wishedFor(wishes[index % wishes.length]!, row));
  },
}));

const note: AnyAction = fc.record({ at: fc.nat({ max: 11 }), header: fc.constantFrom("佐证材料", "评估方式", "备注"), text: fc.constantFrom("台账.pdf", "见附件2", "已核", "") }).map(({ at, header, text }): Action => ({
  says: `write “${text}” under ${header} (row ${at})`,
  act: async (model, office) => {
    if (model.rows.size === 0) return;
    await into(model, office, rowAt(model, at), header, text === "" ? undefined : { as: "text", text });
  },
}));

export const typing: readonly AnyAction[] = [entry, entry, entry, yearsEntries, note];
