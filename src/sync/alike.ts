import { lettersOf } from "../plan/identity";
import type { Plan } from "../plan/model";
import { runToEnd, type Pausable } from "../plan/pausable";
import { closenessOf, profileOf, type Profile } from "./match/bigrams";
import { decidedBy } from "./match/decisions";
import { matchingTasks } from "./match/tasks";

/**
 * How alike two plans are, and whether one is plainly another document than the other and no revision of it. A revision
 * that is taken for another plan costs its user one press; another plan that is taken for a revision empties the sheet.
 */
export interface Likeness {
  /** Tasks of the incoming plan that are among the base's. */
  shared: number;
  /** The share of the tasks of both that have a partner, 0 to 1. */
  tasks: number;
  /** How alike the titles are in what the plans are about, 0 to 1; absent where one has no title. */
  subject?: number;
  /** Each says for which place it is, and these have no name in common. */
  isOtherPlace: boolean;
  /** Each says for which years it is, and these do not meet. */
  isOtherTime: boolean;
}

/**
 * So much of the tasks in common makes it a revision. Of plans about different things up to one task in fifteen finds a
 * partner; of a short plan whose tasks are half new and all reworded, one in seven still does.
 */
const enoughTasks = 0.12;

/**
 * So much, where the titles speak of different things: what one office writes has whole paragraphs in common (加强组织领导,
 * 强化督促检查), and a revision seldom gets another title.
 */
const enoughUnderOtherTitle = 0.3;

/** One task alone is chance, unless it is half of what there is. */
const enoughOfOne = 0.5;

/**
 * From here on two titles are about the same: a revised title keeps most of its words, while 全民阅读 and 全民科学素质 have but
 * one pair of letters in common.
 */
const enoughSubject = 0.5;

/** Whether the incoming plan is plainly another document. */
export function isAnother({ shared, tasks, subject, isOtherPlace, isOtherTime }: Likeness): boolean {
  // However much two counties have copied from the same model: their numbers do not belong into one sheet.
  if (isOtherPlace) return true;
  const isOtherSubject = subject !== undefined && subject < enoughSubject;
  if (tasks >= (shared === 1 ? enoughOfOne : isOtherSubject ? enoughUnderOtherTitle : enoughTasks)) return false;
  // The next period's plan bears the same title, and is a plan of its own.
  return subject === undefined || isOtherSubject || isOtherTime;
}

/** Compares two plans: by their ids where these say enough, else by the words of their tasks. */
export const likenessOf = (base: Plan, incoming: Plan): Likeness => runToEnd(measuringLikeness(base, incoming));

/** The same, with places to wait. */
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

/** What says of a title how a document is called, for when, and how far it has come: nothing of what it is about. */
const form =
  /关于印发|的?通知$|(?:总体|具体)?(?:实施|工作|行动|推进|建设|落实|分工)?(?:方案|计划|意见|办法|细则)|规划|纲要|任务分解表?|责任分工|(?:征求意见|送审|修订|修改|讨论|报批)?稿|修订版?|试行|[“”"《》〈〉（）()【】]|\d+(?:年度?|[-—–－~～至])?/g;

/** A title without its form and the place that it is for; with its form, where that is all there is. */
function subjectOf(title: string): Profile {
  const bare = lettersOf(title.replace(place, "").replace(form, ""));
  return profileOf(bare.length > 1 ? bare : title);
}

const evenly = (): number => 1;

function subjectCloseness(a: string, b: string): number | undefined {
  if (lettersOf(a) === "" || lettersOf(b) === "") return undefined;
  return closenessOf(subjectOf(a), subjectOf(b), evenly);
}

/** The places that a title or an issuer begins with, the smallest last; words that only point at one are none. */
const place = /^(?:\d+年)?(?:(?!全[省市县区旗]|[我本各]|关于|中共)[\u4e00-\u9fff]{2,7}?(?:自治)?[省市县区旗州盟])+/u;
const places = /[\u4e00-\u9fff]{2,7}?(?:自治)?[省市县区旗州盟]/gu;

/** The name of the smallest place that a plan says it is for, without its kind: 达拉特 of 内蒙古自治区达拉特旗. */
function placeOf({ title, issuer = "" }: Plan): string | undefined {
  const named = [title, issuer].map((text) => place.exec(text)?.[0]).find((found) => found !== undefined);
  return named
    ?.match(places)
    ?.at(-1)
    ?.replace(/(?:自治)?.$/u, "");
}

/** A pair of letters in common is enough to be the same place under another name: 云溪县 that has become 云溪区. */
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
