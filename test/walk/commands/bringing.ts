import fc from "fast-check";
import { generateOnce } from "../../../src/commands/generate";
import { generateMatrix, type GenerateReport } from "../../../src/excel/generate";
import { previewSync, syncMatrix, undoSync, type SyncPreview, type SyncReport } from "../../../src/excel/sync";
import { withChoice } from "../../../src/sync/change";
import { claim, difference, said } from "../broken";
import { latest, unitsOf, type Decision } from "../decisions";
import type { KnownRow, Model, Undoable } from "../model";
import { attempt, type Office } from "../office";
import { seenMatrix } from "../seen";
import { asMoved, settle, takeOver, turnedInto, underHeaders, type Taking } from "../settle";
import type { Action, AnyAction } from "../step";
import { offices } from "../stock";
import { readAsMeant } from "./plan";
import { learn } from "./reporting";

/** The plan that the workbook carries becomes the one that is open. */
function carry(model: Model, office: Office): void {
  learn(model, office);
  model.followed = model.truth;
  model.carried = { plan: model.plan, decisions: model.decisions };
  office.pane.noteCarried(true);
}

/** 「生成」 in the pane. */
export async function generate(model: Model, office: Office, how: "pane" | "ribbon" | "both"): Promise<void> {
  const { shown } = await office.read();
  const { plan, source, name, corrections } = shown!;
  const byPane = (): Promise<GenerateReport> =>
    generateMatrix(plan, model.year, { source, name, corrections }, { unlessAnother: true });
  const wasThere = seenMatrix(office.host) !== undefined;
  const before = model.rows;
  const outcome = await attempt(async () => {
    if (how === "pane") return byPane();
    if (how === "ribbon") return void (await generateOnce());
    const [, report] = await Promise.all([generateOnce(), byPane(), generateOnce()]);
    return report;
  });
  office.isCalculated = false;
  claim(outcome.failure === undefined, "generating is not refused", () => said(outcome.failure?.userMessage));
  // Where the user has opened nothing, the ribbon's button takes the workbook's plan; here that is the same plan.
  bring(model, office, "generated");
  carry(model, office);
  const report = outcome.done;
  if (!report || how !== "pane") return;
  const left = [...before.values()].filter(
    ({ key, typed }) => !model.rows.has(key) && Object.keys(typed).length > 0,
  ).length;
  // What comes back with a row is reported separately.
  const kept = [
    ...[...model.rows.values()].filter(({ key }) => before.has(key)),
    ...[...model.own.values()].map((typed) => ({ typed })),
  ].reduce((sum, { typed }) => sum + Object.keys(typed).length, 0);
  const found = difference(
    { created: !wasThere, removed: left, kept: wasThere ? kept : 0 },
    { created: report.created, removed: report.removed, kept: report.kept },
  );
  claim(found === undefined, "生成 tells what it did", () => found!);
}

/** Checks that the matrix shows what it should of the open plan; from then on the office knows that state. */
function bring(model: Model, office: Office, taking: Taking): void {
  const matrix = seenMatrix(office.host)!;
  const former = formerNames(model);
  takeOver(model, matrix, settle(model, matrix, taking, former));
  const names = [...matrix.units.values()];
  for (const name of names) {
    const before = former(name);
    // A unit whose column stays under its own name was not joined to anything in the sheet.
    const gone = before.filter((one) => !names.includes(one));
    for (const one of gone) model.rename(one, name, gone.length > 1 || before.includes(name));
  }
}

/** The reader's name for the unit of a column, whatever it was renamed to; undefined where that is not known. */
function readName(decisions: readonly Decision[], name: string): string | undefined {
  const renamed = latest(decisions, (one) => one.do === "rename" && one.to === name);
  if (renamed?.do === "rename") return renamed.read;
  return offices.some(({ full, short }) => name === full || name === short) ? name : undefined;
}

/**
 * The names that a unit had when the sheet was last brought in step. A unit printed by its short form is the same unit.
 */
function formerNames({ plan, decisions, carried, columns }: Model): (name: string) => string[] {
  if (!carried) return (name) => [name];
  const [now, then] = [unitsOf(plan, decisions), unitsOf(carried.plan, carried.decisions)];
  // Columns that were kept although, before that, their units had left the plan or were joined to others.
  const kept = [...columns.values()].filter((one) => !then.units.some(({ name }) => name === one));
  const isKeptOf = (one: string, name: string): boolean => {
    const read = readName([...carried.decisions, ...decisions], one);
    return read !== undefined && now.calledNow(read) === name;
  };
  return (name) => {
    const unit = now.units.find((one) => one.name === name);
    if (!unit) return [name];
    const names = then.units
      .filter(
        ({ forms, bodies }) =>
          forms.some((form) => unit.forms.includes(form)) || bodies.some((body) => unit.bodies.includes(body)),
      )
      .map((one) => one.name);
    const all = [...names, ...kept.filter((one) => isKeptOf(one, name))];
    return all.length > 0 ? all : [name];
  };
}

const generating: AnyAction = fc
  .constantFrom("pane" as const, "ribbon" as const, "both" as const)
  .map((how): Action => ({
    says: {
      pane: "press 生成 in the pane",
      ribbon: "press 生成 in the ribbon",
      both: "press 生成 in the ribbon, in the pane and in the ribbon again",
    }[how],
    act: async (model, office) => {
      // The ribbon's button generates from what somebody has opened, else from the workbook's plan.
      if (how !== "pane" && !office.pane.current().isOwn) await readAsMeant(model, office);
      await generate(model, office, how);
    },
  }));

async function preview(office: Office): Promise<SyncPreview> {
  const shown = await previewSync(await office.openPlan());
  claim(shown !== undefined && shown.another === undefined, "同步 finds the matrix, and its plan", () =>
    said(shown?.another),
  );
  return shown;
}

async function press(
  office: Office,
  { changes }: SyncPreview,
  chosen: ReadonlySet<string>,
  now: Date,
): Promise<SyncReport> {
  const { shown } = await office.read();
  const { plan, source, name, corrections } = shown!;
  return syncMatrix(plan, { seen: changes, chosen, reading: { source, name, corrections }, now });
}

const how: fc.Arbitrary<{ taking: Exclude<Taking, "generated">; ticks: readonly boolean[] }> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ taking: "proposed" as const, ticks: [] }) },
  { weight: 1, arbitrary: fc.constant({ taking: "nothing" as const, ticks: [] }) },
  {
    weight: 3,
    arbitrary: fc.record({
      taking: fc.constant("some" as const),
      ticks: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    }),
  },
);

const syncing: AnyAction = how.map(({ taking, ticks }): Action => ({
  says: `sync, taking ${taking === "proposed" ? "what is proposed" : taking === "nothing" ? "nothing" : `some: ${ticks.map((tick) => (tick ? "✓" : "·")).join("")}`}`,
  act: async (model, office) => {
    const shown = await preview(office);
    const isTaken = (index: number, byDefault: boolean): boolean =>
      taking === "proposed" ? byDefault : taking === "nothing" ? false : ticks[index % ticks.length]!;
    const chosen = new Set(shown.changes.filter((change, index) => isTaken(index, change.default)).map(({ id }) => id));
    const now = office.now();
    const before = new Map(model.rows);
    const { followed, carried, columns } = model;
    const deleted = new Map(model.deleted);
    const outcome = await attempt(() => press(office, shown, chosen, now));
    office.isCalculated = false;
    claim(outcome.failure === undefined, "同步 is not refused", () => said(outcome.failure?.userMessage));
    const report = outcome.done;
    bring(model, office, taking);
    carry(model, office);
    // The pane's list leaves out what cannot be removed as long as something else is kept.
    const taken = withChoice(shown.changes, ({ id }) => chosen.has(id)).filter(({ id }) => chosen.has(id)).length;
    claim(
      report.changes.length === taken,
      "同步 tells what it did",
      () => `${report.changes.length} changes told of, ${taken} were listed and ticked`,
    );
    const left = [...before.keys()].filter((key) => !model.rows.has(key)).length;
    // The row of a task without a number may become the row of the task's first number.
    const turned = new Set(
      [...model.rows.keys()].flatMap((key) => turnedInto(key, before)?.key ?? []).filter((key) => !model.rows.has(key)),
    ).size;
    claim(
      report.removed <= left && report.removed >= left - turned,
      "同步 tells what it did",
      () => `${report.removed} rows told of as gone, ${left} are`,
    );
    const again = await preview(office);
    const { changes } = report;
    // A change with these names may report it, where the header is a 简称 that stays the same.
    const quiet = renamedQuietly(columns, model.columns).filter(
      ({ from, to }) => !changes.some(({ before: was, after }) => was === from && after === to),
    );
    model.logged.push(
      ...changes.map(({ before: was, after }) => ({ action: "同步", before: was, after })),
      ...quiet.map(({ from, to }) => ({ action: "同步", before: from, after: to })),
    );
    if (again.history[0]?.id === now.toISOString())
      model.undoable.push({
        id: again.history[0].id,
        before,
        after: new Map(model.rows),
        columns,
        deleted,
        followed,
        carried,
        changes,
        quiet,
      });
    if (taking === "proposed")
      claim(again.inStep, "after a sync all is in step", () =>
        said(again.changes.map(({ description }) => description)),
      );
  },
}));

/** Units whose columns got another name while their headers stayed: 变更记录 lists these too. */
const renamedQuietly = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { from: string; to: string }[] =>
  [...before].flatMap(([header, from]) => {
    const to = after.get(header);
    return to === undefined || to === from ? [] : [{ from, to }];
  });

const undoing: AnyAction = fc.constant({
  says: "undo the last sync",
  act: async (model: Model, office: Office) => {
    const [last] = (await preview(office)).history;
    if (!last) return;
    const known = model.undoable.find(({ id }) => id === last.id);
    claim(known !== undefined, "what can be undone was done", () => last.id);
    const outcome = await attempt(() => undoSync(last.id, office.now()));
    office.isCalculated = false;
    if (outcome.failure) {
      // The product decides whether something typed since prevents the undo; if it refuses, nothing may have changed.
      claim(
        ["LaterEdits", "NothingToUndo"].includes(outcome.failure.code),
        "undoing is refused only where something would be lost",
        () => outcome.failure.userMessage,
      );
      return;
    }
    takeBack(model, office, known);
    // The rows that the sync had put back are deleted again.
    for (const [key, typed] of known.deleted) if (!model.rows.has(key)) model.deleted.set(key, typed);
    model.followed = known.followed;
    model.carried = known.carried;
    model.undoable = model.undoable.filter(({ id }) => id !== last.id);
    model.logged.push(
      ...[...known.changes, ...known.quiet.map(({ from, to }) => ({ before: from, after: to }))].map(
        ({ before, after }) => ({ action: "撤销", before: after, after: before }),
      ),
    );
    office.pane.noteCarried(false);
  },
});

/** What the sync changed is as it was before; what others have changed since stays. */
function takeBack(model: Model, office: Office, { before, after, columns }: Undoable): void {
  const matrix = seenMatrix(office.host)!;
  const back = new Map<string, KnownRow>();
  const present = new Set(matrix.rows.map(({ cells }) => `${String(cells["任务"])} · ${String(cells["指标"])}`));
  for (const [key, row] of before) {
    const now = model.rows.get(key) ?? [...model.rows.values()].find((one) => turnedInto(one.key, before)?.key === key);
    // A row that somebody has deleted since need not come back.
    if (!now && model.deleted.has(key) && !present.has(`${row.shown.title} · ${row.shown.indicator}`)) continue;
    const done = after.get(key);
    const shown =
      now && done
        ? Object.fromEntries(
            Object.entries(row.shown).map(([field, value]) => [
              field,
              sameField(now.shown, done.shown, field) ? value : now.shown[field as keyof typeof now.shown],
            ]),
          )
        : row.shown;
    back.set(key, {
      ...row,
      marks: underHeaders(row.marks, columns, matrix.units),
      shown: shown as typeof row.shown,
      typed: now?.typed ?? asMoved(row.typed),
    });
  }
  takeOver(model, matrix, back);
}

const sameField = (a: object, b: object, field: string): boolean =>
  (a as Record<string, unknown>)[field] === (b as Record<string, unknown>)[field];

export const bringing: readonly AnyAction[] = [generating, syncing, syncing, undoing];
