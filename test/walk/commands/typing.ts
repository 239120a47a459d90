import fc from "fast-check";
import { acceptEntries, readYearResults } from "../../../src/excel/assessment";
import { claim, said } from "../broken";
import { keyOf, rowName } from "../keys";
import { remarkOf, type KnownRow, type Model } from "../model";
import { attempt, type Office } from "../office";
import { seenMatrix } from "../seen";
import { cellOf, words, type Typed } from "../standing";
import type { Action, AnyAction } from "../step";
import { years } from "../stock";

/** How a typed number compares with its target. */
const shares = [0, 0.3, 0.5, 0.92, 1, 1.25] as const;
const texts = ["约50", "50人", "正在统计", "３０", "-", "已完成", "推进中", "未开展", "二十"] as const;

export type Wish =
  | { do: "share"; share: number }
  | { do: "percent"; value: number }
  | { do: "text"; text: string }
  | { do: "blank" }
  | { do: "word"; word: string }
  | { do: "odd"; value: number }
  | { do: "off" };

export const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("share" as const), share: fc.constantFrom(...shares) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("percent" as const), value: fc.constantFrom(92, 0.5, 80, 12.5) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("text" as const), text: fc.constantFrom(...texts) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("blank" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("word" as const), word: fc.constantFrom(...words) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("off" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("odd" as const), value: fc.constantFrom(-3, 12.5, 101) }) },
);

/** What a wish means in a given row; words are typed where no number is promised. */
export function wishedFor(wish: Wish, { shown }: Pick<KnownRow, "shown">): Typed | undefined {
  if (shown.target === "")
    return wish.do === "blank"
      ? undefined
      : wish.do === "text"
        ? { as: "text", text: wish.text }
        : { as: "text", text: wish.do === "word" ? wish.word : "推进中" };
  switch (wish.do) {
    case "blank":
      return undefined;
    case "text":
      return { as: "text", text: wish.text };
    case "word":
      return { as: "text", text: wish.word };
    case "odd":
      return { as: "number", value: wish.value };
    case "off":
      // A share as a fraction; tons where the row is in 万吨.
      return {
        as: "number",
        value:
          shown.measure === "%" ? 0.85 : Number(shown.target.slice(1)) * (shown.measure.startsWith("万") ? 10_000 : 1),
      };
    case "percent":
      return shown.measure === "%"
        ? { as: "percent", value: wish.value }
        : { as: "number", value: Math.round(wish.value) };
    case "share": {
      const value = Number(shown.target.slice(1)) * wish.share;
      return {
        as: "number",
        value: shown.measure === "%" ? Math.min(100, Number(value.toFixed(2))) : Math.round(value),
      };
    }
  }
}

const wishText = (wish: Wish): string =>
  wish.do === "off"
    ? "a number off by a hundred or more"
    : wish.do === "share"
      ? `${Math.round(wish.share * 100)}% of the target`
      : wish.do === "blank"
        ? "nothing"
        : wish.do === "text"
          ? `“${wish.text}”`
          : wish.do === "word"
            ? wish.word
            : wish.do === "percent"
              ? `${wish.value}%, shown as such`
              : String(wish.value);

/** The row at some position among those that are known. */
export const rowAt = ({ rows }: Model, at: number): KnownRow => [...rows.values()][at % rows.size]!;

async function into(
  model: Model,
  office: Office,
  row: KnownRow,
  header: string,
  typed: Typed | undefined,
): Promise<void> {
  const matrix = seenMatrix(office.host)!;
  const seen = matrix.rows.find(
    ({ cells }) => cells["任务"] === row.shown.title && cells["指标"] === row.shown.indicator,
  )!;
  await office.type(
    seen.at,
    matrix.columns.get(header)!,
    typed === undefined ? "" : cellOf(typed),
    typed?.as === "percent",
  );
  const { [header]: _, ...others } = row.typed;
  model.set(row.key, (known) => ({ ...known, typed: typed === undefined ? others : { ...others, [header]: typed } }));
}

const entry: AnyAction = fc
  .record({ at: fc.nat({ max: 11 }), year: fc.constantFrom(...years), wish: anyWish })
  .map(({ at, year, wish }): Action => ({
    says: `type ${wishText(wish)} for ${year} (row ${at})`,
    act: async (model, office) => {
      if (model.rows.size === 0) return;
      const row = rowAt(model, at);
      const typed = wishedFor(wish, row);
      model.steps.push(
        `  ${rowName(row.key)}, ${year}: ${typed === undefined ? "nothing" : JSON.stringify(cellOf(typed))}`,
      );
      await into(model, office, row, `${year}年`, typed);
    },
  }));

/** Fills in a whole year at once, as a clerk does with a list beside the keyboard. */
const yearsEntries: AnyAction = fc
  .record({ year: fc.constantFrom(...years), wishes: fc.array(anyWish, { minLength: 4, maxLength: 4 }) })
  .map(({ year, wishes }): Action => ({
    says: `type numbers for ${year} into all rows: ${wishes.map(wishText).join(", ")}`,
    act: async (model, office) => {
      for (const [index, row] of [...model.rows.values()].entries())
        await into(model, office, row, `${year}年`, wishedFor(wishes[index % wishes.length]!, row));
    },
  }));

const note: AnyAction = fc
  .record({
    at: fc.nat({ max: 11 }),
    header: fc.constantFrom("佐证材料", "评估方式", "备注", "进展情况"),
    text: fc.constantFrom("台账.pdf", "见附件2", "已核", ""),
  })
  .map(({ at, header, text }): Action => ({
    says: `write “${text}” under ${header} (row ${at})`,
    act: async (model, office) => {
      if (model.rows.size === 0) return;
      await into(model, office, rowAt(model, at), header, text === "" ? undefined : { as: "text", text });
    },
  }));

/** The number that a text can only mean. */
const meaning: Readonly<Record<string, number>> = { "３０": 30, 二十: 20 };

/** Accepts a number that 待核 offers for a text. */
const accepting: AnyAction = fc.nat({ max: 9 }).map((at): Action => ({
  says: `accept what 待核 offers (${at})`,
  act: async (model, office) => {
    const all = (await readYearResults()).rows.flatMap((row) => row.toCheck.map((cell) => ({ row, cell })));
    const open = all.filter(
      ({ cell }) => cell.offer !== undefined || cell.meant !== undefined || cell.entered !== undefined,
    );
    if (open.length === 0) return;
    const { row, cell } = open[at % open.length]!;
    const key = keyOf(row.task, row.indicator)!;
    const known = model.rows.get(key)!;
    const there = known.typed[`${cell.year}年`]!;
    const wanted = there.as === "percent" ? there.value : meaning[cell.text];
    claim(
      wanted === undefined || wanted === cell.offer,
      "待核 offers what is meant",
      () => `${cell.offer} for “${cell.text}”`,
    );
    // A number that is only likely to be wrong is corrected, or confirmed.
    const value = cell.offer ?? (at % 2 === 0 ? cell.meant : undefined);
    const confirmation = cell.offer !== undefined || value === undefined ? cell.confirmation : undefined;
    if (value === undefined && confirmation === undefined) return;
    model.steps.push(`  ${rowName(key)}, ${cell.year}: ${value ?? ""} ${confirmation ?? ""} for “${cell.text}”`);
    const outcome = await attempt(() =>
      acceptEntries([
        {
          key: row.key,
          column: cell.column,
          seen: cell.held,
          ...(value === undefined ? {} : { value }),
          ...(confirmation === undefined ? {} : { confirmation }),
        },
      ]),
    );
    office.isCalculated = false;
    claim(outcome.done === 1, "accepting what is offered is not refused", () => said(outcome.failure?.userMessage));
    const remark = remarkOf(known);
    model.set(key, (one) => ({
      ...one,
      typed: {
        ...one.typed,
        ...(value === undefined ? {} : { [`${cell.year}年`]: { as: "number", value } }),
        ...(confirmation === undefined || remark.includes(confirmation)
          ? {}
          : { 备注: { as: "text", text: remark === "" ? confirmation : `${remark}；${confirmation}` } }),
      },
    }));
  },
}));

export const typing: readonly AnyAction[] = [entry, entry, entry, yearsEntries, note];
export const settling: readonly AnyAction[] = [accepting];
