import { printedNames, type Name, type NameForm, type Realm } from "./names";
import type { Random } from "./random";
import {
  DUTY_VERBS,
  GUIDE_VERBS,
  LEAD_STEMS,
  LEAD_VERBS,
  MAIN_STEMS,
  MAIN_VERBS,
  SHORT_LABELS,
  SUPPORT_STEMS,
  SUPPORT_VERBS,
} from "./words";

/** How one plan words and separates what it says about units: drawn once, and used for the whole plan. */
export interface Style {
  realm: Realm;
  form: NameForm;
  /** Between names. */
  comma: string;
  /** Between the leads and those who help. */
  joint: string;
  /** 责任单位：, 责任单位为, 责任单位 and a blank. */
  colon: string;
  leadLabel: string;
  mainLabel: string;
  supportLabel: string;
  /** The stems of the three labels above, and the noun that they share. */
  stems: { leadLabel: string; mainLabel: string; supportLabel: string; noun: string };
  leadVerb: string;
  mainVerb: string;
  supportVerb: string;
  dutyVerb: string;
  guideVerb: string;
  personLabel: string;
  dueLabel: string;
  /** 等 or 等部门 after a list that is open. */
  openEnd: string;
  /** Where the full stop is in relation to a bracket. */
  stop: "before" | "after" | "both";
}

/** Draws a style. All labels of a plan share one noun; short labels have none. */
export function drawStyle(random: Random, realm: Realm, form: NameForm, personLabel: string): Style {
  const noun = random.pick(realm.nouns);
  const short = random.chance(0.1);
  const stems = short
    ? {
        leadLabel: random.pick(SHORT_LABELS.lead),
        mainLabel: random.pick(SHORT_LABELS.main),
        supportLabel: random.pick(SHORT_LABELS.support),
        noun: "",
      }
    : {
        leadLabel: random.pick(LEAD_STEMS),
        mainLabel: random.pick(MAIN_STEMS),
        supportLabel: random.pick(SUPPORT_STEMS),
        noun,
      };
  const level = short ? "" : realm.id === "county" && random.chance(0.1) ? "县级" : "";
  return {
    realm,
    form,
    comma: random.weighed([
      ["、", 12],
      ["，", 1],
      [" ", 1],
    ]),
    joint: random.weighed([
      ["，", 6],
      ["；", 3],
      ["、", 0.5],
      ["", 0.3],
    ]),
    colon: random.weighed([
      ["：", 12],
      ["为", 1],
    ]),
    leadLabel: level + stems.leadLabel + stems.noun,
    mainLabel: level + stems.mainLabel + stems.noun,
    supportLabel: level + stems.supportLabel + stems.noun,
    stems,
    leadVerb: random.pick(LEAD_VERBS),
    mainVerb: random.pick(MAIN_VERBS),
    supportVerb: random.pick(SUPPORT_VERBS),
    dutyVerb: random.pick(DUTY_VERBS),
    guideVerb: random.pick(GUIDE_VERBS),
    personLabel,
    dueLabel: random.pick(["完成时限", "完成时间", "时限", "时间节点", "办理时限", "时限要求"]),
    openEnd: random.weighed([
      ["", 8],
      ["等", 1],
      ["等部门", 1],
      ["等单位", 0.5],
    ]),
    stop: random.weighed([
      ["before", 6],
      ["after", 2],
      ["both", 1],
    ]),
  };
}

/** Names in the plan's form; groups come last. */
export function list(
  style: Style,
  names: readonly Name[],
  groups: readonly string[] = [],
  comma = style.comma,
): string {
  return [...printedNames(names, style.form), ...groups].join(
    style.form === "sharedEnding" && comma !== "、" ? "、" : comma,
  );
}

/** The style, and which of its parts a plan has used. */
export function watched(style: Style): { style: Style; used: Set<keyof Style> } {
  const used = new Set<keyof Style>();
  const watch = new Proxy(style, {
    get: (target, key: keyof Style) => {
      used.add(key);
      return target[key];
    },
  });
  return { style: watch, used };
}
