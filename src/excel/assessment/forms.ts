import { answeringFor, plannedRows, reportersOf, roleIn, type Reporting } from "../../assessment/answering";
import { placeOf } from "../../assessment/collect";
import { unanswered, unitForms, type FormsRequest, type UnitForm } from "../../assessment/forms";
import { planYears } from "../../matrix/columns";
import { ExcelFailure } from "../failure";
import { withRowsShown } from "../filters";
import { inExcel, sendParts } from "../session";
import { linesOf, writeChange, writeWhole } from "../store";
import { readGround, type AssessmentGround } from "./ground";
import { recordParts, tableOf } from "./record-sheet";
import { sentCells, sentIn, sentSpec } from "./sent-sheet";

/** Who is to report what, and how far that is; plain data for the pane. */
export interface ReportingOverview {
  plan: string;
  year: number;
  years: number[];
  units: { name: string; isGroup: boolean; leads: number; helps: number; asked: number; sent?: string; hasReported: boolean }[];
  /** Indicators whose number could be a sum: more than one unit has a part in them. */
  indicators: { id: string; place: string; reporting: Reporting; units: string[]; isLeaderless: boolean }[];
  /** Goals for which the plan names nobody. */
  unanswered: string[];
}

/** @throws ExcelFailure */
export function readReporting(year?: number): Promise<ReportingOverview> {
  return inExcel(async (context) => overviewOf(await readGround(context), year));
}

export function overviewOf(ground: AssessmentGround, wanted: number | undefined): ReportingOverview {
  const { plan, held, totals, details, sentRecords } = ground;
  const year = wanted ?? held.year ?? plan.years[1];
  const reporters = reportersOf(plan, held);
  const rows = plannedRows(held).map(({ row }) => ({ row, answering: answeringFor(row, reporters, plan, totals) }));
  const sent = sentIn(sentRecords, year);
  const reported = new Set(details.filter((detail) => detail.year === year).map(({ unit }) => unit));
  return {
    plan: plan.title,
    year,
    years: planYears(plan.years),
    units: reporters.map((reporter) => {
      const roles = rows.map(({ row }) => roleIn(row, reporter, plan));
      const at = sent.get(reporter.name);
      return {
        ...reporter,
        leads: roles.filter((role) => role === "lead").length,
        helps: roles.filter((role) => role !== undefined && role !== "lead").length,
        asked: rows.filter(({ answering }) => answering.units.includes(reporter.name)).length,
        ...(at === undefined ? {} : { sent: at }),
        hasReported: reported.has(reporter.name),
      };
    }),
    indicators: rows.flatMap(({ row, answering }) => {
      const id = row.key?.indicatorId;
      if (id === undefined) return [];
      const all = reporters.filter((reporter) => ["lead", "responsible"].includes(roleIn(row, reporter, plan) ?? "")).map(({ name }) => name);
      return all.length < 2 ? [] : [{ id, place: placeOf(row.cells), reporting: answering.reporting, units: all, isLeaderless: answering.isLeaderless }];
    }),
    unanswered: unanswered(plan, held, totals).map(({ place }) => place),
  };
}

/** The forms of the units that are asked for; nothing is written. */
export function readForms(request: Omit<FormsRequest, "totals">): Promise<UnitForm[]> {
  return inExcel(async (context) => {
    const { plan, held, totals } = await readGround(context);
    return unitForms(plan, held, { ...request, totals });
  });
}

/** Keeps, in 下发记录, which forms were made for whom. */
export function noteSent(files: readonly { form: UnitForm; file: string }[]): Promise<void> {
  return inExcel(async (context) => {
    const { sentRecords } = await readGround(context);
    const known = new Set(sentRecords.rows.map(({ cells }) => JSON.stringify([String(cells["表号"]), String(cells["单位"])])));
    // Told of already by a run that broke off.
    const added = files.filter(({ form }) => !known.has(JSON.stringify([form.made, form.name]))).map(({ form, file }) => sentCells(form, file));
    await withRowsShown(context, tableOf(sentRecords), () => sendParts(context, recordParts(context, sentRecords, sentSpec, { updated: [], added })));
  });
}

/** Keeps of which indicators every unit reports a part. */
export function saveTotals(totals: readonly string[]): Promise<void> {
  return inExcel(async (context) => {
    const { state } = await readGround(context);
    const { store } = state;
    if (store.kind !== "read") {
      throw new ExcelFailure("StoreLost", "工作簿里没有方案记录，这项设置存不下来。表中内容没有改动。请先到“同步”页同步一次，再设置。", "no store");
    }
    const next = { ...store.stored, settings: { totals: [...totals].sort() } };
    const { history, pending } = store.journal;
    const writes = state.parts.whole.count.value === 1 ? writeChange(context, state.parts, store, linesOf(next), { history, ...(pending ? { pending } : {}) }) : writeWhole(context, state.parts, next);
    await sendParts(context, writes);
    if (!writes.every(({ isHeld }) => isHeld())) {
      throw new ExcelFailure("StoreLost", "这项设置没能存进工作簿。表中内容没有改动。请再试一次。", "what was read back is not what was written");
    }
  });
}
