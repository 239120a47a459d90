import { lettersOf } from "../plan/identity";
import type { Plan } from "../plan/model";
import { runToEnd, type Pausable } from "../plan/pausable";
import { closenessOf, profileOf, type Profile } from "./match/bigrams";
import { decidedBy } from "./match/decisions";
import { matchingTasks } from "./match/tasks";

/**
 * How alike two plans are, to tell a revision from another document. Taking a revision for another plan costs the user
 * one click; taking another plan for a revision empties the sheet.
 */
export interface Likeness {
  /** How many tasks of the incoming plan are also in the base. */
  shared: number;
  /** The share of both plans' tasks that have a counterpart, 0 to 1. */
  tasks: number;
  /** How alike the titles are in subject, 0 to 1; absent where a plan has no title. */
  subject?: number;
  /** Both plans name a place, and the places differ. */
  isOtherPlace: boolean;
  /** Both plans name their years, and the years do not overlap. */
  isOtherTime: boolean;
}

/**
 * From this share of common tasks on, a plan is a revision. Unrelated plans have a counterpart for up to one task in
 * fifteen; a short plan with half its tasks new and all reworded still has one for one in seven.
 */
const enoughTasks = 0.12;

/**
 * The share that is needed where the titles differ in subject: plans of one office have whole paragraphs in common
 * (加强组织领导, 强化督促检查), and a revision seldom gets another title.
 */
const enoughUnderOtherTitle = 0.3;

/** A single common task may be chance, unless it is half of all tasks. */
const enoughOfOne = 0.5;

/**
 * From here on two titles have the same subject: a revised title keeps most of its words, while 全民阅读 and 全民科学素质 share
 * one pair of characters.
 */
const enoughSubject = 0.5;

/** Whether the incoming plan is plainly another document. */
export function isAnother({ shared, tasks, subject, isOtherPlace, isOtherTime }: Likeness): boolean {
  // Two counties may have copied the same model, but their numbers do not belong in one sheet.
  if (isOtherPlace) return true;
  const isOtherSubject = subject !== undefined && subject < enoughSubject;
  if (tasks >= (shared === 1 ? enoughOfOne : isOtherSubject ? enoughUnderOtherTitle : enoughTasks)) return false;
  // The plan for the next period has the same title and is still another plan.
  return subject === undefined || isOtherSubject || isOtherTime;
}

/** Compares two plans by their ids, or by the words of their tasks where too few ids agree. */
export const likenessOf = (base: Plan, incoming: Plan): Likeness => runToEnd(measuringLikeness(base, incoming));

/** `likenessOf` with pauses. */
export function* measuringLikeness(base: Plan, incoming: Plan): Pausable<Likeness> {
  const known = new Set(base.tasks.map(({ id }) => id));
  const share = (count: number): number => (2 * count) / Math.max(1, base.tasks.length + incoming.tasks.length);
  let shared = incoming.tasks.filter(({ id }) => known.has(id)).length;
  if (share(shared) < enoughOfOne)
    shared = (yield* matchingTasks(base, incoming, decidedBy({ same: [], apart: [] }))).pairs.size;
  const subject = subjectCloseness(base.title, incoming.title);
  return {
    shared,
    tasks: share(shared),
    ...(subject === undefined ? {} : { subject }),
    isOtherPlace: areApart(base, incoming),
    isOtherTime: doNotMeet(base.years, incoming.years),
  };
}

/** The parts of a title that name the kind of document, its years and its stage, and not its subject. */
const form =
  /关于印发|的?通知$|(?:总体|具体)?(?:实施|工作|行动|推进|建设|落实|分工)?(?:方案|计划|意见|办法|细则)|规划|纲要|任务分解表?|责任分工|(?:征求意见|送审|修订|修改|讨论|报批)?稿|修订版?|试行|[“”"《》〈〉（）()【】]|\d+(?:年度?|[-—–－~～至])?/g;

/** A title without these parts and without the place; the whole title where nothing else is left. */
function subjectOf(title: string): Profile {
  const bare = lettersOf(title.replace(place, "").replace(form, ""));
  return profileOf(bare.length > 1 ? bare : title);
}

const evenly = (): number => 1;

function subjectCloseness(a: string, b: string): number | undefined {
  if (lettersOf(a) === "" || lettersOf(b) === "") return undefined;
  return closenessOf(subjectOf(a), subjectOf(b), evenly);
}

/** The places with which a title or an issuer begins, the smallest last; words such as 全县 or 本市 name none. */
const place = /^(?:\d+年)?(?:(?!全[省市县区旗]|[我本各]|关于|中共)[\u4e00-\u9fff]{2,7}?(?:自治)?[省市县区旗州盟])+/u;
const places = /[\u4e00-\u9fff]{2,7}?(?:自治)?[省市县区旗州盟]/gu;

/** The smallest place that a plan is for, without its kind: 达拉特 for 内蒙古自治区达拉特旗. */
function placeOf({ title, issuer = "" }: Plan): string | undefined {
  const named = [title, issuer].map((text) => place.exec(text)?.[0]).find((found) => found !== undefined);
  return named
    ?.match(places)
    ?.at(-1)
    ?.replace(/(?:自治)?.$/u, "");
}

/** One common pair of characters suffices for the same place under another name: 云溪县 that has become 云溪区. */
function areApart(base: Plan, incoming: Plan): boolean {
  const [left, right] = [placeOf(base), placeOf(incoming)];
  if (left === undefined || right === undefined) return false;
  const isNamedIn = (name: string, { title, issuer = "" }: Plan): boolean => {
    const pairs = profileOf(`${title}，${issuer}`);
    return [...profileOf(name).keys()].some((pair) => pairs.has(pair));
  };
  return !isNamedIn(left, incoming) && !isNamedIn(right, base);
}

const doNotMeet = (a: Plan["years"], b: Plan["years"]): boolean => a[0] > 0 && b[0] > 0 && (a[1] < b[0] || b[1] < a[0]);
