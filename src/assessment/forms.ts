import { actualKey } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import type { CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { runToEnd, mapPausably, type Pausable } from "../plan/pausable";
import { asOfIn } from "./as-of";
import { answeringFor, plannedRows, reportersOf, type Reporter, type Role } from "./answering";

/** 填报表: the form that one unit fills in. */
export interface UnitForm extends Reporter {
  plan: string;
  year: number;
  /** 截至 of the round, 1–12; 12 for the whole year. */
  month: number;
  /** ISO date and time when it was made; tells older forms from newer ones. */
  made: string;
  /** As the user wrote it; empty for none. */
  deadline: string;
  /** The last year of the plan. */
  lastYear: number;
  /** Earlier years whose numbers are shown. */
  earlierYears: number[];
  blocks: { role: Role; rows: FormRow[] }[];
}

export interface FormRow {
  identity: string;
  /** The matrix's hidden key, which says what was promised when the form was made. */
  keyText: string;
  number: string;
  section: string;
  task: string;
  indicator: string;
  period: string;
  target: CellValue;
  measure: string;
  /** 完成时限, in the plan's words; empty where it gives none. */
  deadline: string;
  /** 时限日 as a serial number; `""` for none. */
  due: CellValue;
  /** 责任人, as the plan names them. */
  persons: string;
  /** The plan's own sentence; empty where there is none. */
  quote: string;
  earlier: CellValue[];
  /** What this unit is to enter: a number, one of the quality words, or nothing, because another unit reports it. */
  asks: "number" | "quality" | "nothing";
  /** Whether the number is a part of a sum. */
  isPart: boolean;
}

/** Printed instead of an input where another unit reports the number. */
export const notAsked = "由牵头单位填报";

export interface FormsRequest {
  year: number;
  deadline: string;
  made: string;
  totals: ReadonlySet<string>;
  /** Only these units; all by default. */
  units?: readonly string[];
}

const text = (value: CellValue | undefined): string => String(value ?? "");
const roles: readonly Role[] = ["lead", "responsible", "member"];

/** The forms of all units that have a part in any row, by the sheet's present marks. */
export const unitForms = (plan: Plan, held: LocatedMatrix, request: FormsRequest): UnitForm[] =>
  runToEnd(formingUnits(plan, held, request));

/** `unitForms` with pauses. */
export function* formingUnits(
  plan: Plan,
  held: LocatedMatrix,
  { year, deadline, made, totals, units }: FormsRequest,
): Pausable<UnitForm[]> {
  const reporters = reportersOf(plan, held);
  const { month } = asOfIn(held, year);
  const told: Told = {
    quotes: new Map(plan.indicators.map(({ id, quote }) => [id, quote])),
    deadlines: new Map(plan.tasks.map(({ id, deadline: by }) => [id, by?.text])),
  };
  const earlierYears = [
    ...Array.from({ length: Math.max(0, year - plan.years[0]) }, (_, index) => plan.years[0] + index),
  ].filter((at) => held.columns.has(actualKey(at)));
  const rows = yield* mapPausably(plannedRows(held), ({ identity, row }) => ({
    identity,
    row,
    answering: answeringFor(row, reporters, plan, totals),
  }));
  const formOf = (reporter: Reporter): UnitForm => {
    const place = reporters.indexOf(reporter);
    const own = rows.flatMap(({ identity, row, answering }) => {
      const role = answering.roles[place];
      if (!role) return [];
      const isAsked = answering.units.includes(reporter.name);
      return [
        {
          role,
          row: formRow(
            identity,
            row,
            earlierYears,
            told,
            isAsked,
            answering.reporting === "total" && answering.units.length > 1,
          ),
        },
      ];
    });
    const blocks = roles
      .map((role) => ({ role, rows: own.filter((one) => one.role === role).map((one) => one.row) }))
      .filter((block) => block.rows.length > 0);
    return {
      ...reporter,
      plan: plan.title,
      year,
      month,
      made,
      deadline,
      lastYear: plan.years[1],
      earlierYears,
      blocks,
    };
  };
  const wanted = reporters.filter(({ name }) => !units || units.includes(name));
  return (yield* mapPausably(wanted, formOf, 1)).filter(({ blocks }) => blocks.length > 0);
}

/** What the plan says of indicators and tasks, by their ids. */
interface Told {
  quotes: ReadonlyMap<string, string>;
  deadlines: ReadonlyMap<string, string | undefined>;
}

function formRow(
  identity: string,
  { cells, key, keyText }: LocatedRow,
  years: readonly number[],
  { quotes, deadlines }: Told,
  isAsked: boolean,
  isPart: boolean,
): FormRow {
  const isQuality = text(cells.target).trim() === "";
  return {
    identity,
    keyText,
    number: text(cells.number),
    section: text(cells.section),
    task: text(cells.task),
    indicator: text(cells.indicator),
    period: text(cells.period),
    target: cells.target ?? "",
    measure: text(cells.measure),
    // Sheets of earlier versions have no such column.
    deadline: text(cells.deadline ?? deadlines.get(key?.taskId ?? "")),
    due: cells.due ?? "",
    persons: text(cells.persons),
    quote: (key?.indicatorId !== undefined && quotes.get(key.indicatorId)) || "",
    earlier: years.map((year) => cells[actualKey(year)] ?? ""),
    asks: isAsked ? (isQuality ? "quality" : "number") : "nothing",
    isPart: isAsked && isPart && !isQuality,
  };
}

/** Where a goal is for which the plan names nobody, so that no form asks for it. */
export const placeOfUnanswered = ({ cells }: Pick<LocatedRow, "cells">): string =>
  [cells.task, cells.indicator].map(text).filter(Boolean).join(" · ");
