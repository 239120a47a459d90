import { answeringFor, plannedRows, reportersOf, whyNoSum, type Reporting } from "../../assessment/answering";
import { asOfIn } from "../../assessment/as-of";
import { chasing, isReportedBy, type Chase } from "../../assessment/chase";
import { placeOf } from "../../assessment/collect";
import { merged } from "../../assessment/details";
import { formingUnits, placeOfUnanswered, type FormsRequest, type UnitForm } from "../../assessment/forms";
import { extentOf, type Extent } from "../../assessment/breakdown";
import { planYears } from "../../matrix/columns";
import { mapPausably, type Pausable } from "../../plan/pausable";
import type { Sentence } from "../../plan/sentence";
import { ExcelFailure } from "../failure";
import { withRowsShown } from "../filters";
import { runWithPauses } from "../pause";
import { inExcel, sendParts, writingInExcel } from "../session";
import { hunksBetween, linesOf, writeChange, writeWhole } from "../store";
import { readAssessmentData, type AssessmentData } from "./assessment-data";
import { recordParts, tableOf } from "./record-sheet";
import { sentCells, sentIn, sentSpec } from "./sent-sheet";

/** Who is to report what, and what has been reported; plain data for the pane. */
export interface ReportingOverview {
  plan: string;
  year: number;
  /** 截至: with the year it names the present round of forms. */
  month: number;
  /** Whether the sheet has a cell for 截至; in sheets of earlier versions a year is one round. */
  hasMonth: boolean;
  years: number[];
  /** `hasReported`: reported something readable. A unit with only unreadable entries must still be asked. */
  units: {
    name: string;
    isGroup: boolean;
    leads: Extent;
    helps: Extent;
    asked: number;
    sent?: string;
    hasReported: boolean;
  }[];
  /** Indicators whose value could be a sum: several units have a part in them, and parts of such a number add up. */
  indicators: { id: string; place: string; reporting: Reporting; units: string[]; isLeaderless: boolean }[];
  /** Indicators (ids) set to be sums earlier, although such numbers cannot be added up; the setting is ignored. */
  refusedTotals: { id: string; place: string; reason: Sentence }[];
  /** Rows for which the plan names no unit. */
  unanswered: string[];
  /** What is still to be asked for. */
  chase: Chase;
}

/**
 * Who is to report what in the sheet's 评估年度.
 * @throws ExcelFailure `NoMatrix`
 */
export function readReporting(): Promise<ReportingOverview> {
  return inExcel(async (context) => runWithPauses(overviewing(await readAssessmentData(context), undefined)));
}

/** The same as a generator that can pause (`pause.ts`). */
export function* overviewing(data: AssessmentData, wanted: number | undefined): Pausable<ReportingOverview> {
  const { plan, matrix, totals, details, dropped, sentRecords, present } = data;
  const year = wanted ?? matrix.year ?? plan.years[1];
  const reporters = reportersOf(plan, matrix);
  const rows = yield* mapPausably(plannedRows(matrix), ({ row }) => ({
    row,
    answering: answeringFor(row, reporters, plan, totals),
  }));
  yield;
  const { month } = asOfIn(matrix, year);
  const sent = sentIn(sentRecords, { year, month }, present);
  const chase = yield* chasing({ plan, held: matrix, year, totals, details: merged(details), dropped });
  yield;
  const counted = (is: (row: (typeof rows)[number]) => boolean): Extent =>
    extentOf(rows.filter(is).map(({ row }) => ({ key: row.keyText, target: row.cells.target ?? "" })));
  const units = yield* mapPausably(
    reporters.map((reporter, index) => ({ reporter, index })),
    ({ reporter, index }) => {
      const at = sent.get(reporter.name);
      return {
        ...reporter,
        leads: counted(({ answering }) => answering.roles[index] === "lead"),
        helps: counted(({ answering: { roles } }) => roles[index] !== undefined && roles[index] !== "lead"),
        asked: rows.filter(({ answering }) => answering.units.includes(reporter.name)).length,
        ...(at === undefined ? {} : { sent: at }),
        hasReported: isReportedBy(reporter.name, chase),
      };
    },
    4,
  );
  yield;
  return {
    plan: plan.title,
    year,
    month,
    hasMonth: matrix.month !== undefined && matrix.year === year,
    years: planYears(plan.years),
    units,
    indicators: rows.flatMap(({ row, answering }) => {
      const { roles } = answering;
      const id = row.key?.indicatorId;
      if (id === undefined) return [];
      const all = reporters.flatMap(({ name }, index) =>
        roles[index] === "lead" || roles[index] === "responsible" ? [name] : [],
      );
      return all.length < 2 || whyNoSum(row)
        ? []
        : [
            {
              id,
              place: placeOf(row.cells),
              reporting: answering.reporting,
              units: all,
              isLeaderless: answering.isLeaderless,
            },
          ];
    }),
    refusedTotals: rows.flatMap(({ row, answering: { notAdded } }) => {
      const id = row.key?.indicatorId;
      return id !== undefined && totals.has(id) && notAdded
        ? [{ id, place: placeOf(row.cells), reason: notAdded }]
        : [];
    }),
    unanswered: rows.flatMap(({ row, answering }) => (answering.units.length > 0 ? [] : [placeOfUnanswered(row)])),
    chase,
  };
}

/**
 * The forms of the requested units. Writes nothing.
 * @throws ExcelFailure `NoMatrix`
 */
export function readForms(request: Omit<FormsRequest, "totals">): Promise<UnitForm[]> {
  return inExcel(async (context) => {
    const { plan, matrix, totals } = await readAssessmentData(context);
    return runWithPauses(formingUnits(plan, matrix, { ...request, totals }));
  });
}

/** Notes in 下发记录 which forms were made for whom. */
export function noteSent(files: readonly { form: UnitForm; file: string }[]): Promise<void> {
  return writingInExcel(async (context) => {
    const { sentRecords } = await readAssessmentData(context);
    const known = new Set(
      sentRecords.rows.map(({ cells }) => JSON.stringify([String(cells["表号"]), String(cells["单位"])])),
    );
    // A run that broke off may have noted some already.
    const added = files
      .filter(({ form }) => !known.has(JSON.stringify([form.made, form.name])))
      .map(({ form, file }) => sentCells(form, file));
    await withRowsShown(context, tableOf(sentRecords), () =>
      sendParts(context, recordParts(context, sentRecords, sentSpec, { updated: [], added })),
    );
  });
}

/**
 * Stores for the given indicators whether every unit reports a part of the number. Settings of other indicators stay,
 * even if made a moment earlier.
 * @throws ExcelFailure `NoMatrix`, `StoreLost`
 */
export function chooseTotals(ids: readonly string[], isTotal: boolean): Promise<void> {
  return writingInExcel(async (context) => {
    const { state, totals } = await readAssessmentData(context);
    const { store } = state;
    if (store.kind !== "read") {
      throw new ExcelFailure("StoreLost.noStore", {});
    }
    const next = {
      ...store.stored,
      settings: { totals: [...[...totals].filter((one) => !ids.includes(one)), ...(isTotal ? ids : [])].sort() },
    };
    const { history, pending } = store.journal;
    const writes =
      state.parts.whole.count.value === 1
        ? await writeChange(
            context,
            state.parts,
            store,
            await runWithPauses(hunksBetween(store.lines, linesOf(next))),
            {
              history,
              ...(pending ? { pending } : {}),
            },
          )
        : await writeWhole(context, state.parts, next);
    await sendParts(context, writes);
    if (!writes.every(({ isConfirmed: isHeld }) => isHeld())) {
      throw new ExcelFailure("StoreLost.setting", {});
    }
  });
}
