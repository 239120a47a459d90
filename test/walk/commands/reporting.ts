import fc from "fast-check";
import {
  cellsOf,
  noChoice,
  noteSent,
  previewCollect,
  readForms,
  takeIn,
  cellId,
  type CollectChoice,
} from "../../../src/excel/assessment";
import type { ReturnedForm } from "../../../src/assessment/returned-form";
import type { UnitForm } from "../../../src/assessment/forms";
import type { Chase } from "../../../src/assessment/chase";
import { readForm } from "../../../src/documents/forms/read";
import { filledFile, type Filling } from "../../excel/assessment/returned";
import { claim, difference, said } from "../broken";
import { keyed } from "../invariants";
import { keyOf, rowName } from "../keys";
import { entriesIn, type Model, type Report, type Said } from "../model";
import { attempt, type Office } from "../office";
import { derived, disputeOf, evidenceOf, isOpen } from "../reports";
import { seenMatrix } from "../seen";
import { cellOf, isSoundInForm, shownValue, type Typed } from "../standing";
import type { Action, AnyAction } from "../step";
import { everybody, years } from "../stock";
import { anyWish, wishedFor, type Wish } from "./typing";

// ---- forms out

const rowsOfForm = ({ blocks }: UnitForm): UnitForm["blocks"][number]["rows"] => blocks.flatMap(({ rows }) => rows);

/** What a unit has to do with a row. */
const hasPart = (model: Model, key: string, unit: string): boolean =>
  [...model.marked(key, "●"), ...model.marked(key, "○")].some((name) => name === unit || name === everybody);

/** Checks that the form asks what the matrix says, and shows the numbers of the years before. */
function holdForm(model: Model, form: UnitForm): void {
  const wanted = Object.fromEntries(
    [...model.rows.values()].flatMap((row) => {
      if (!hasPart(model, row.key, form.name)) return [];
      const entries = entriesIn(row.typed);
      return [
        [
          rowName(row.key),
          {
            target: row.shown.target,
            asks: model.askedFor(row.key).includes(form.name)
              ? row.shown.target === ""
                ? "quality"
                : "number"
              : "nothing",
            earlier: years
              .filter((year) => year < form.year)
              .map((year) => (entries.has(year) ? shownValue(entries.get(year)!) : "")),
          },
        ],
      ];
    }),
  );
  const told = Object.fromEntries(
    rowsOfForm(form).map(({ task, indicator, target, asks, earlier }) => [
      rowName(keyOf(task, indicator)!),
      { target, asks, earlier },
    ]),
  );
  const found = difference(wanted, told);
  claim(found === undefined, "a form asks what the matrix says", () => `${form.name}: ${found}`);
}

const sending: AnyAction = fc
  .record({ only: fc.option(fc.nat({ max: 6 }), { nil: undefined }) })
  .map(({ only }): Action => ({
    says: only === undefined ? "send everybody's form" : `send the form of unit ${only}`,
    act: async (model, office) => {
      const made = office.now().toISOString();
      const all = await readForms({ year: model.year, deadline: "12月20日", made });
      const wanted = model.units
        .filter((unit) => [...model.rows.keys()].some((key) => hasPart(model, key, unit)))
        .sort();
      const found = difference(wanted, all.map(({ name }) => name).sort());
      claim(found === undefined, "each unit that has anything to do gets a form", () => found!);
      for (const form of all) holdForm(model, form);
      const forms = only === undefined ? all : all.filter((_, index) => index === only % all.length);
      await noteSent(forms.map((form) => ({ form, file: `${form.name}.xlsx` })));
      for (const form of forms) {
        model.sent.push({ unit: form.name, year: model.year });
        model.out.push({ form, keys: rowsOfForm(form).map(({ task, indicator }) => keyOf(task, indicator)!) });
      }
    },
  }));

// ---- forms back

interface Filled {
  wishes: readonly Wish[];
  hasEvidence: boolean;
  hasExplanation: boolean;
}

const anyFilled: fc.Arbitrary<Filled> = fc.record({
  wishes: fc.array(anyWish, { minLength: 4, maxLength: 4 }),
  hasEvidence: fc.boolean(),
  hasExplanation: fc.boolean(),
});

/** What a unit types into a row of its form. */
function entryIn(
  { asks, target, measure, indicator, period }: UnitForm["blocks"][number]["rows"][number],
  wish: Wish,
): Typed | undefined {
  if (asks === "nothing") return undefined;
  return wishedFor(wish, {
    shown: { section: "", title: "", indicator, period, target: String(target), measure, deadline: "", due: "" },
  });
}

const returning: AnyAction = fc
  .record({ at: fc.nat({ max: 20 }), filled: anyFilled, isFile: fc.nat({ max: 9 }) })
  .map(({ at, filled, isFile }): Action => ({
    says: `form ${at} of those that are out comes back${filled.hasEvidence ? ", with evidence" : ""}${filled.hasExplanation ? ", explained" : ""}`,
    act: async (model, office) => {
      if (model.out.length === 0) return;
      const { form } = model.out[at % model.out.length]!;
      // If a unit has reported under two names, these may have been two units: nobody knows.
      if (hasTwoVoices(model, form)) return;
      const saved = office.now().toISOString();
      const entries = rowsOfForm(form).map((row, index) => {
        const key = keyOf(row.task, row.indicator)!;
        return {
          row,
          key,
          entry: entryIn(row, filled.wishes[index % filled.wishes.length]!),
          evidence: filled.hasEvidence && index === 0 ? `${form.name}台账` : "",
          explanation: filled.hasExplanation && row.asks !== "nothing" ? "受汛期影响" : "",
        };
      });
      model.steps.push(
        `  ${form.name} ${form.year}: ${entries.flatMap(({ key, entry }) => (entry ? [`${rowName(key)} ${JSON.stringify(cellOf(entry))}`] : [])).join(", ")}`,
      );
      const file = `${form.name}.xlsx`;
      const returned: ReturnedForm =
        isFile === 0
          ? { ...readForm(file, await filledFile(form, fillingOf(entries))), saved }
          : {
              file,
              saved,
              strays: [],
              otherSheets: 0,
              rows: entries.map(({ row, entry, evidence, explanation }) => ({
                year: form.year,
                month: form.month,
                unit: form.name,
                made: form.made,
                keyText: row.keyText,
                printed: { number: row.number, task: row.task, indicator: row.indicator },
                entry: row.asks === "nothing" ? "由牵头单位填报" : entry === undefined ? "" : cellOf(entry),
                isPercent: entry?.as === "percent",
                evidence,
                progress: "",
                explanation,
              })),
            };
      model.desk = [
        ...model.desk.filter((one) => one.form.file !== file),
        { form: returned, year: form.year, unit: form.name },
      ];
    },
  }));

/** Whether another form of the same unit, under another name, has come back before. */
function hasTwoVoices(model: Model, { name }: UnitForm): boolean {
  const present = model.presentName(name);
  return [...model.voices, ...model.desk.map(({ unit }) => unit)].some(
    (voice) => voice !== name && model.presentName(voice) === present,
  );
}

function fillingOf(
  entries: readonly {
    row: UnitForm["blocks"][number]["rows"][number];
    entry: Typed | undefined;
    evidence: string;
    explanation: string;
  }[],
): Filling {
  return Object.fromEntries(
    entries.map(({ row, entry, evidence, explanation }) => [
      row.indicator || row.task,
      { ...(entry ? { entry: cellOf(entry) as string | number } : {}), evidence, explanation },
    ]),
  );
}

// ---- what is taken in

interface Taking {
  replaces: boolean;
}

const entryOf = (entry: ReturnedForm["rows"][number]["entry"]): typeof entry =>
  entry === "由牵头单位填报" ? "" : entry;

/** What was written into rows that no longer exist. */
function droppedIn(model: Model, { form, year, unit: as }: Model["desk"][number]): Model["dropped"] {
  return form.rows.flatMap(({ keyText, entry: raw, isPercent, evidence, explanation, printed }) => {
    const entry = entryOf(raw);
    if (keyHeld(model, keyText) !== undefined || [entry, evidence, explanation].every((one) => one === "")) return [];
    const shown = isPercent && typeof entry === "number" ? `${Number((entry * 100).toPrecision(12))}%` : String(entry);
    return [
      {
        unit: model.presentName(as),
        year,
        key: keyOf(printed.task, printed.indicator)!,
        entry: shown,
        evidence,
        explanation,
      },
    ];
  });
}

/** What a returned form says of each row, as the office understands it. */
function reportsIn(model: Model, { form, year, unit: as }: Model["desk"][number]): Report[] {
  const unit = model.presentName(as);
  return form.rows.flatMap((row): Report[] => {
    const key = keyHeld(model, row.keyText);
    if (key === undefined) return [];
    const { shown } = model.rows.get(key)!;
    const entry = entryOf(row.entry);
    const typed: Typed | undefined =
      entry === ""
        ? undefined
        : typeof entry === "number"
          ? {
              as: row.isPercent ? "percent" : "number",
              value: row.isPercent ? Number((entry * 100).toPrecision(12)) : entry,
            }
          : { as: "text", text: String(entry) };
    const said = <T>(content: T): Said<T> => ({ content, saved: form.saved });
    const report: Report = {
      unit,
      year,
      key,
      ...(typed === undefined
        ? {}
        : isSoundInForm(typed, shown)
          ? { value: said(typed.as === "text" ? typed.text : typed.value) }
          : { unread: said(String(cellOf(typed))) }),
      ...(row.evidence === "" ? {} : { evidence: said(row.evidence) }),
      ...(row.explanation === "" ? {} : { explanation: said(row.explanation) }),
    };
    return Object.keys(report).length > 3 ? [report] : [];
  });
}

/** The matrix's row that a form's key means; undefined if it is gone. */
function keyHeld(model: Model, keyText: string): string | undefined {
  const identity = identityOf(keyText);
  for (const [key, known] of model.identities) if (known === identity && model.rows.has(key)) return key;
  return undefined;
}

/** The part of the hidden key that a revision does not change. */
const identityOf = (keyText: string): string => keyText.split("|").slice(1, 3).join("|");

/** 还要追的 names what is still open. */
function holdChase(model: Model, chase: Chase): void {
  const { year } = model;
  const open = [...model.rows.values()].map(({ key, typed }) => {
    const there = typed[`${year}年`];
    const shown = there === undefined ? "" : String(shownValue(there));
    const tells = derived(model, model.reports, key, year);
    const unread = model.askedFor(key).filter((unit) => isOpen(model, key, unit)).length;
    return { unread, conflicts: Number(tells === "differ" && shown === "") };
  });
  const sum = (of: "unread" | "conflicts"): number => open.reduce((all, one) => all + one[of], 0);
  const found = difference(
    {
      unread: sum("unread"),
      conflicts: sum("conflicts"),
      dropped: model.dropped.filter((one) => one.year === year).length,
    },
    { unread: chase.unread.length, conflicts: chase.conflicts.length, dropped: chase.dropped.length },
  );
  claim(found === undefined, "还要追的 names what is still open", () => found!);
}

const taking: AnyAction = fc.record({ replaces: fc.boolean() }).map(({ replaces }: Taking): Action => ({
  says: `take in what came back${replaces ? ", over what somebody has typed" : ""}`,
  act: async (model, office) => {
    const forms = model.desk.filter(({ year }) => year === model.year);
    if (forms.length === 0) return;
    const preview = await previewCollect(
      model.desk.map(({ form }) => form),
      model.year,
    );
    const all = cellsOf(preview, noChoice);
    const choice: CollectChoice = {
      ...noChoice,
      replaced: new Set(replaces ? all.filter(({ kind }) => kind === "typed").map(cellId) : []),
    };
    const outcome = await attempt(() =>
      takeIn(
        model.desk.map(({ form }) => form),
        model.year,
        choice,
        new Map(all.map((cell) => [cellId(cell), cell.before])),
      ),
    );
    office.isCalculated = false;
    claim(outcome.failure === undefined, "taking in is not refused", () => said(outcome.failure?.userMessage));
    const taken = forms.filter(
      (one) =>
        [...reportsIn(model, one), ...droppedIn(model, one)].length > 0 &&
        model.units.includes(model.presentName(one.unit)),
    );
    const found = difference(
      taken.map(({ form }) => form.file).sort(),
      preview.collection.files.map(({ file }) => file).sort(),
    );
    claim(
      found === undefined,
      "回收 takes the forms that say something",
      () => `${found}; refused: ${said(preview.collection.refused)}`,
    );
    const cells = writeDown(model, office, taken, replaces);
    claim(
      outcome.done.cells === cells,
      "回收 tells how many cells it wrote",
      () => `${outcome.done.cells} told of, ${cells} to be written`,
    );
    holdChase(model, outcome.done.chase);
    model.desk = [];
  },
}));

/**
 * Adds the reports to the model.
 * @returns the number of the matrix's cells that were written
 */
function writeDown(model: Model, office: Office, taken: readonly Model["desk"][number][], replaces: boolean): number {
  const before = new Map(model.reports);
  model.voices.push(...taken.map(({ unit }) => unit));
  for (const one of taken)
    for (const dropped of droppedIn(model, one))
      if (!model.dropped.some((known) => difference(known, dropped) === undefined)) model.dropped.push(dropped);
  for (const one of taken) for (const report of reportsIn(model, one)) model.report(report);
  const { columns } = seenMatrix(office.host)!;
  const order = [...columns.keys()].flatMap((header) => model.columns.get(header) ?? []);
  const header = `${model.year}年`;
  let cells = 0;
  const put = (key: string, column: string, typed: Typed | undefined): void => {
    cells++;
    model.set(key, (row) => {
      const { [column]: _, ...others } = row.typed;
      return { ...row, typed: typed === undefined ? others : { ...others, [column]: typed } };
    });
  };
  const settle = (
    key: string,
    column: string,
    was: Typed["as"] | number | string | undefined,
    now: number | string | undefined,
  ): void => {
    const there = model.rows.get(key)!.typed[column];
    const shown = there === undefined ? "" : String(shownValue(there));
    const isOurs = shown === "" || (was !== undefined && was !== "differ" && shown === String(was));
    if (now === undefined || now === "" || (now !== "differ" && shown === String(now))) return;
    if (now === "differ") {
      if (shown !== "" && was !== undefined && was !== "differ" && shown === String(was)) put(key, column, undefined);
      return;
    }
    if (isOurs || replaces)
      put(key, column, typeof now === "number" ? { as: "number", value: now } : { as: "text", text: now });
  };
  /** 备注 names the units that differ, unless somebody has written something else there. */
  const remark = (key: string, was: string, now: string): void => {
    const there = model.rows.get(key)!.typed["备注"];
    const shown = there === undefined ? "" : String(cellOf(there));
    if (shown === now || (shown !== "" && shown !== was)) return;
    put(key, "备注", now === "" ? undefined : { as: "text", text: now });
  };
  for (const { key } of [...model.rows.values()].filter((row) =>
    [before, model.reports].some((some) =>
      [...some.values()].some((one) => one.key === row.key && one.year === model.year),
    ),
  )) {
    settle(key, header, derived(model, before, key, model.year), derived(model, model.reports, key, model.year));
    remark(key, disputeOf(model, before, key, model.year), disputeOf(model, model.reports, key, model.year));
    settle(
      key,
      "佐证材料",
      evidenceOf(before, key, model.year, order),
      evidenceOf(model.reports, key, model.year, order),
    );
  }
  return cells;
}

export const reporting: readonly AnyAction[] = [sending, returning, returning, taking];

/** Learns the rows' hidden keys. */
export function learn(model: Model, office: Office): void {
  for (const [key, cells] of keyed({ matrix: seenMatrix(office.host)! }))
    model.identities.set(key, identityOf(String(cells["键"])));
}
