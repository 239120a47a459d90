import type { LeadBasis } from "../../../src/plan/model";
import type { Answer, Wants } from "./abstract";
import type { Name } from "./names";
import { list, type Style } from "./style";

/**
 * What must be read of an answer; lists are compared as sets. With an open basis nobody could say who of them leads.
 */
export interface Reading {
  lead: string[];
  responsible: string[];
  groups: string[];
  basis: LeadBasis;
}

/**
 * Where a notation is printed: after the item's text, on lines of its own, as a sentence of the text, or after the
 * title.
 */
export type Place = "bracket" | "line" | "run" | "sentence";

/** One way to print who answers: a row of the generator's own table. */
export interface Notation {
  id: string;
  place: Place;
  wants: Wants;
  /** Relative frequency; 1 if absent. */
  weight?: number;
  /** Whether it can also name persons, and dates. */
  persons?: boolean;
  dates?: boolean;
  /** Whether only lists with 、 are unambiguous in it. */
  strictComma?: boolean;
  print(answer: Answer, style: Style, index: number): string | string[];
  read(answer: Answer, style: Style): Reading;
}

const names = (list: readonly Name[]): string[] => list.map(({ name }) => name);

const stated = ({ lead, support, groups }: Answer): Reading => ({
  lead: names(lead),
  responsible: names(support),
  groups,
  basis: "stated",
});
const nobody = ({ lead, support, groups }: Answer): Reading => ({
  lead: [],
  responsible: names([...lead, ...support]),
  groups,
  basis: "none",
});
const firstBy =
  (basis: "firstByRule" | "firstByConvention") =>
  ({ lead, support, groups }: Answer): Reading => {
    const [first, ...rest] = names([...lead, ...support]);
    return { lead: first ? [first] : [], responsible: rest, groups, basis };
  };
/** A single unit answers alone; of several, the first is taken by convention. */
const conventionOrAlone = (answer: Answer): Reading =>
  answer.lead.length + answer.support.length === 1 && answer.groups.length === 0
    ? stated(answer)
    : firstBy("firstByConvention")(answer);

const wants = (lead: readonly [number, number], support: readonly [number, number], groups = true): Wants => ({
  lead,
  support,
  groups,
});

const helpers = ({ support, groups }: Answer): boolean => support.length + groups.length > 0;
const all = (answer: Answer, style: Style, comma?: string): string =>
  list(style, [...answer.lead, ...answer.support], answer.groups, comma);
const helping = (answer: Answer, style: Style): string =>
  list(style, answer.support, answer.groups) +
  (answer.groups.length === 0 && answer.support.length > 1 ? style.openEnd : "");

const person = ({ persons }: Answer, style: Style): string[] =>
  persons ? [`${style.personLabel}：${persons.names.join("、")}`] : [];
const dueField = ({ due }: Answer, style: Style): string[] => (due ? [`${style.dueLabel}：${due.words}`] : []);
const dueClause = ({ due }: Answer): string => (due ? `，${due.words}完成` : "");

/** `牵头单位：A` `配合单位：B`, with persons before and the date after them. */
function fields(answer: Answer, style: Style): string[] {
  const joint = (label: string, value: string): string => label + style.colon + value;
  return [
    ...person(answer, style),
    joint(style.leadLabel, list(style, answer.lead)),
    ...(helpers(answer) ? [joint(style.supportLabel, list(style, answer.support, answer.groups))] : []),
    ...dueField(answer, style),
  ];
}

const mainField = (answer: Answer, style: Style): string[] => [
  ...person(answer, style),
  style.mainLabel + style.colon + all(answer, style),
  ...dueField(answer, style),
];

/** The separator between fields on one line; never the one between names. */
const fieldJoint = (style: Style): string =>
  style.joint === "；" || style.comma !== "、" ? "；" : style.joint === "" ? "。" : "，";

/** 统筹 or 落实 right before other names could take them as its object; 牵头 alone cannot. */
const runsOn = (style: Style): string => (style.joint === "" && style.leadVerb !== "牵头" ? "，" : style.joint);

const verbClauses = (answer: Answer, style: Style, joint = runsOn(style)): string =>
  list(style, answer.lead) +
  style.leadVerb +
  (helpers(answer) ? joint + helping(answer, style) + style.supportVerb : "");

const bracketed = (content: string): string => `（${content}）`;

export const NOTATIONS: readonly Notation[] = [
  {
    id: "bracket-verbs",
    place: "bracket",
    weight: 3,
    wants: wants([1, 2], [0, 3]),
    dates: true,
    strictComma: true,
    print: (a, s) => bracketed(verbClauses(a, s) + dueClause(a)),
    read: stated,
  },
  {
    id: "bracket-responsible-helped",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    dates: true,
    strictComma: true,
    print: (a, s) =>
      bracketed(`${list(s, a.lead)}负责${s.joint || "，"}${helping(a, s)}${s.supportVerb}${dueClause(a)}`),
    read: stated,
  },
  {
    id: "bracket-lead-duties",
    place: "bracket",
    wants: wants([1, 1], [1, 4]),
    strictComma: true,
    print: (a, s) => bracketed(`${list(s, a.lead)}${s.leadVerb}${s.joint || "，"}${helping(a, s)}${s.dutyVerb}`),
    read: stated,
  },
  {
    id: "bracket-main-verb",
    place: "bracket",
    wants: wants([1, 1], [0, 0], false),
    strictComma: true,
    print: (a, s) => bracketed(list(s, a.lead) + s.mainVerb),
    read: stated,
  },
  {
    id: "bracket-duties",
    place: "bracket",
    wants: wants([1, 1], [1, 4]),
    strictComma: true,
    print: (a, s) => bracketed(all(a, s) + (a.groups.length === 0 ? s.openEnd : "") + s.dutyVerb),
    read: nobody,
  },
  {
    id: "bracket-mainly",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s, k) => bracketed(`${k % 2 === 0 ? "以" : ""}${list(s, a.lead)}为主，${helping(a, s)}为辅`),
    read: stated,
  },
  {
    id: "bracket-being",
    place: "bracket",
    wants: wants([1, 2], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`${list(s, a.lead)}是牵头单位，${list(s, a.support, a.groups)}为配合单位`),
    read: stated,
  },
  {
    id: "bracket-supervised",
    place: "bracket",
    wants: wants([1, 1], [1, 2], false),
    strictComma: true,
    print: (a, s) => {
      const [watching, ...helpers] = a.support;
      return bracketed(
        `${list(s, a.lead)}牵头，${helpers.length > 0 ? `${list(s, helpers)}${s.supportVerb}，` : ""}${watching!.name}督办`,
      );
    },
    read: ({ lead, support: [, ...helpers] }) => ({
      lead: names(lead),
      responsible: names(helpers),
      groups: [],
      basis: "stated",
    }),
  },
  {
    id: "bracket-all-responsible",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`${all(a, s)}负责`),
    read: nobody,
  },
  {
    id: "bracket-with",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`${list(s, a.lead)}会同${helping(a, s)}负责`),
    read: stated,
  },
  {
    id: "bracket-lead-with",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`由${list(s, a.lead)}牵头，会同${helping(a, s)}${s.mainVerb}`),
    read: stated,
  },
  {
    id: "bracket-marked-lead",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`${list(s, a.lead)}（牵头）、${list(s, a.support, a.groups)}`),
    read: stated,
  },
  {
    id: "bracket-marks-in-shells",
    place: "bracket",
    wants: wants([1, 1], [1, 2], false),
    strictComma: true,
    print: (a) => bracketed([`${a.lead[0]!.name}〔主〕`, ...a.support.map(({ name }) => `${name}〔协〕`)].join("、")),
    read: stated,
  },
  {
    id: "bracket-one-character",
    place: "bracket",
    wants: wants([1, 2], [1, 3]),
    print: (a, s) => bracketed(`主：${list(s, a.lead)}；协：${list(s, a.support, a.groups)}`),
    read: stated,
  },
  {
    id: "bracket-within",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`${s.mainLabel}：${list(s, a.lead)}（${helping(a, s)}${s.supportVerb}）`),
    read: stated,
  },
  {
    id: "bracket-star",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`${s.mainLabel}：★${all(a, s)}`),
    read: stated,
  },
  {
    id: "bracket-guided",
    place: "bracket",
    wants: wants([1, 1], [1, 3], false),
    strictComma: true,
    print: (a, s) => {
      const [guide, ...rest] = a.support;
      return bracketed(
        `${list(s, a.lead)}牵头，${list(s, [guide!])}${s.guideVerb}${rest.length > 0 ? `，${list(s, rest)}${s.supportVerb}` : ""}`,
      );
    },
    read: stated,
  },
  {
    id: "bracket-only-guided",
    place: "bracket",
    weight: 0.5,
    wants: wants([1, 1], [1, 2], false),
    strictComma: true,
    print: (a, s) => bracketed(`${list(s, a.lead)}指导，${list(s, a.support)}${s.supportVerb}`),
    read: nobody,
  },
  {
    id: "bracket-labels",
    place: "bracket",
    weight: 3,
    wants: wants([1, 2], [0, 3]),
    persons: true,
    dates: true,
    print: (a, s) => bracketed(fields(a, s).join(fieldJoint(s))),
    read: stated,
  },
  {
    id: "bracket-main-label",
    place: "bracket",
    weight: 2,
    wants: wants([1, 1], [0, 3]),
    persons: true,
    dates: true,
    print: (a, s) => bracketed(mainField(a, s).join(fieldJoint(s))),
    read: conventionOrAlone,
  },
  {
    id: "bracket-main-label-verbs",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => bracketed(`${s.mainLabel}：${list(s, a.lead)}牵头，${helping(a, s)}${s.supportVerb}`),
    read: stated,
  },
  {
    id: "bracket-lead-main-labels",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    persons: true,
    print: (a, s) =>
      bracketed(
        [...person(a, s), `${s.leadLabel}：${list(s, a.lead)}`, `${s.mainLabel}：${list(s, a.support, a.groups)}`].join(
          fieldJoint(s),
        ),
      ),
    read: stated,
  },
  {
    id: "bracket-main-support-labels",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    print: (a, s) =>
      bracketed(
        [`${s.mainLabel}：${list(s, a.lead)}`, `${s.supportLabel}：${list(s, a.support, a.groups)}`].join(
          fieldJoint(s),
        ),
      ),
    read: stated,
  },
  {
    id: "bracket-bare",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    dates: true,
    strictComma: true,
    print: (a, s) => bracketed(all(a, s) + (a.due ? `；${a.due.words}完成` : "")),
    read: nobody,
  },
  {
    id: "bracket-blanks",
    place: "bracket",
    wants: wants([1, 2], [1, 3]),
    print: (a, s) =>
      bracketed(`${s.leadLabel} ${list(s, a.lead, [], "、")}  ${s.supportLabel} ${list(s, a.support, a.groups, "、")}`),
    read: stated,
  },
  {
    id: "lenticular-one",
    place: "run",
    wants: wants([1, 1], [0, 3]),
    print: (a, s) => `【${s.mainLabel}】${all(a, s)}`,
    read: conventionOrAlone,
  },
  {
    id: "lenticular-two",
    place: "run",
    wants: wants([1, 2], [1, 3]),
    print: (a, s) => `【${s.leadLabel}】${list(s, a.lead)}【${s.supportLabel}】${list(s, a.support, a.groups)}`,
    read: stated,
  },
  {
    id: "lenticular-around",
    place: "run",
    wants: wants([1, 1], [0, 3]),
    dates: true,
    print: (a, s) => `【${mainField(a, s).join("；")}】`,
    read: conventionOrAlone,
  },
  {
    id: "line-main-label",
    place: "line",
    weight: 2,
    wants: wants([1, 1], [0, 3]),
    persons: true,
    dates: true,
    print: (a, s) => mainField(a, s).map((field) => field),
    read: conventionOrAlone,
  },
  {
    id: "lines-labels",
    place: "line",
    weight: 2,
    wants: wants([1, 2], [0, 3]),
    persons: true,
    dates: true,
    print: (a, s) => fields(a, s),
    read: stated,
  },
  {
    id: "line-labels",
    place: "line",
    weight: 2,
    wants: wants([1, 2], [1, 3]),
    persons: true,
    dates: true,
    print: (a, s) => fields(a, s).join(fieldJoint(s)),
    read: stated,
  },
  {
    id: "line-blanks",
    place: "line",
    wants: wants([1, 2], [1, 3]),
    print: (a, s) =>
      `${s.leadLabel} ${list(s, a.lead, [], "、")}  ${s.supportLabel} ${list(s, a.support, a.groups, "、")}`,
    read: stated,
  },
  {
    id: "line-main-support",
    place: "line",
    wants: wants([1, 1], [1, 3]),
    print: (a, s) => [`${s.mainLabel}：${list(s, a.lead)}`, `${s.supportLabel}：${list(s, a.support, a.groups)}`],
    read: stated,
  },
  {
    id: "line-main-verbs",
    place: "line",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s) => `${s.mainLabel}：${list(s, a.lead)}牵头，${helping(a, s)}${s.supportVerb}`,
    read: stated,
  },
  {
    id: "run-main-label",
    place: "run",
    wants: wants([1, 1], [0, 3]),
    persons: true,
    dates: true,
    print: (a, s) => mainField(a, s).join("；"),
    read: conventionOrAlone,
  },
  {
    id: "run-labels",
    place: "run",
    weight: 2,
    wants: wants([1, 2], [0, 3]),
    persons: true,
    dates: true,
    print: (a, s) => fields(a, s).join(fieldJoint(s)),
    read: stated,
  },
  {
    id: "prose-led",
    place: "sentence",
    weight: 2,
    wants: wants([1, 2], [0, 3]),
    dates: true,
    strictComma: true,
    print: (a, s, k) => `${k % 2 === 0 ? "由" : ""}${verbClauses(a, s, "，")}${a.due ? `，${a.due.words}完成` : ""}。`,
    read: stated,
  },
  {
    id: "prose-led-goes-on",
    place: "sentence",
    weight: 2,
    wants: wants([1, 2], [0, 3]),
    dates: true,
    strictComma: true,
    print: (a, s, k) =>
      `${k % 2 === 0 ? "由" : ""}${verbClauses(a, s, "，")}，${a.due ? a.due.words : ""}${GOES_ON_MARK}。`,
    read: stated,
  },
  {
    id: "prose-with",
    place: "sentence",
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s, k) =>
      `${k % 2 === 0 ? "由" : ""}${list(s, a.lead)}会同${list(s, a.support, a.groups)}负责${k % 3 === 0 ? `，${GOES_ON_MARK}` : ""}。`,
    read: stated,
  },
  {
    id: "prose-responsible",
    place: "sentence",
    wants: wants([1, 1], [1, 3]),
    dates: true,
    strictComma: true,
    print: (a, s) =>
      `由${list(s, a.lead)}负责，${helping(a, s)}${s.supportVerb}${a.due ? `，${a.due.words}完成` : `，${GOES_ON_MARK}`}。`,
    read: stated,
  },
  {
    id: "prose-coordinated",
    place: "sentence",
    weight: 0.5,
    wants: wants([1, 1], [1, 2], false),
    strictComma: true,
    print: (a, s) => `${list(s, [...a.lead, ...a.support])}协同，${GOES_ON_MARK}。`,
    read: nobody,
  },
  {
    id: "first-leads-rule",
    place: "bracket",
    weight: 1.5,
    wants: wants([1, 1], [1, 3]),
    strictComma: true,
    print: (a, s, k) =>
      bracketed(
        `${all(a, s)}${a.groups.length === 0 && a.support.length > 1 ? s.openEnd : ""}负责${k === 0 ? "。列第一位者为牵头单位，下同" : ""}`,
      ),
    read: firstBy("firstByRule"),
  },
  {
    id: "first-leads-preface",
    place: "bracket",
    wants: wants([1, 1], [1, 3]),
    print: (a, s) => bracketed(`${s.mainLabel}：${all(a, s)}`),
    read: firstBy("firstByRule"),
  },
];

/** A placeholder for the words with which a sentence continues; they are chosen when it is printed. */
export const GOES_ON_MARK = "\u0001";
