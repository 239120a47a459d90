import { AMOUNT_KINDS } from "./amounts";
import { Drawer, type Promised } from "./abstract";
import { isMark, unmarked } from "./marks";
import { PERSON_LABELS, REALMS, type NameForm } from "./names";
import { NOTATIONS } from "./notations";
import { printOutline, type Expected, type Printed, type Structure } from "./outline-layout";
import { Random } from "./random";
import { drawStyle, watched, type Style } from "./style";
import { printTable, type TableForm } from "./table-layout";

export type Place = readonly [start: number, end: number];

/** A plan as printed, and everything that a careful person would read in it. */
export interface Rendered {
  seed: number;
  text: string;
  tasks: (Expected & { place: Place })[];
  amounts: (Promised & { place: Place })[];
  /** The choices with which it was printed: dimension → value. */
  dims: Record<string, string>;
}

type Breaks = "kept" | "blank lines" | "wrapped" | "lost";
type Widths = "full" | "half" | "mixed";

const LABELS = ["leadLabel", "mainLabel", "supportLabel"] as const;
const PARTS_OF_STYLE = [
  "comma",
  "joint",
  "colon",
  "leadVerb",
  "mainVerb",
  "supportVerb",
  "dutyVerb",
  "guideVerb",
  "personLabel",
  "openEnd",
  "stop",
] as const;

const HALF: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "，": ",",
  "；": ";",
  "：": ":",
  "【": "[",
  "】": "]",
};

/** The plan of a seed, which is always the same. */
export function render(seed: number): Rendered {
  const random = new Random(seed);
  const realm = random.pick(REALMS);
  const inTable = random.chance(0.22);
  const form = random.weighed<NameForm>([
    ["whole", 6],
    ["levelOnce", realm.names.some((n) => n.level !== "") ? 1.5 : 0],
    ["sharedEnding", realm.names.some((n) => n.stem !== "") ? 1 : 0],
  ]);
  const { style, used } = watched(drawStyle(random, realm, form, random.pick(PERSON_LABELS)));
  const persons = random.chance(0.25);
  const dates = random.chance(0.3);
  const first = random.int(2021, 2024);
  const years: [number, number] = [first, random.chance(0.5) ? first : first + random.int(2, 4)];
  const amountKinds = random.chance(0.6) ? [random.pick(AMOUNT_KINDS).id] : [];
  const decoys = random.chance(0.5);
  const drawer = new Drawer(random, realm, form, { amountKinds, decoys, dates, persons, years });
  const title = `${realm.issuer}${years[0] === years[1] ? `${years[0]}年` : ""}${random.pick(["公共服务提升", "安全生产治本攻坚", "优化营商环境", "绿色低碳发展", "民生实事"])}${inTable ? random.pick(["重点任务分解表", "任务分工表", "任务清单"]) : random.pick(["实施方案", "工作方案", "行动计划", "工作安排"])}${years[0] === years[1] ? "" : `（${years[0]}—${years[1]}年）`}`;

  const breaks = random.weighed<Breaks>([
    ["kept", 5],
    ["blank lines", 1],
    ["wrapped", 1.5],
    ["lost", 2],
  ]);
  const widths = random.weighed<Widths>([
    ["full", 6],
    ["half", 2],
    ["mixed", 1],
  ]);
  const printed = inTable
    ? table(random, drawer, style, persons, dates)
    : outline(random, drawer, style, breaks === "lost");
  const lost = !inTable && breaks === "lost";
  const paragraphs = [title, ...printed.preface, ...printed.paragraphs].map((paragraph) =>
    inWidths(random, paragraph, widths),
  );
  const { text, places } = unmarked(
    (inTable ? paragraphs : laidOut(random, paragraphs, breaks)).join(lost ? "" : "\n"),
  );

  const dims: Record<string, string> = {
    realm: realm.id,
    form,
    widths,
    breaks: inTable ? "table" : breaks,
    dates: String(dates),
    persons: String(persons),
    amounts: drawer.promised.length > 0 ? amountKinds.join() : "-",
  };
  for (const kind of drawer.seen) if (kind.startsWith("decoy:")) dims[kind] = "yes";
  for (const part of PARTS_OF_STYLE) if (used.has(part)) dims[part] = style[part];
  for (const label of LABELS) {
    if (!used.has(label)) continue;
    dims[label] = style.stems[label];
    dims["noun"] = style.stems.noun;
  }
  Object.assign(dims, printed.dims);
  const placeOf = (mark: number): Place => places.get(mark) ?? [0, 0];
  return {
    seed,
    text,
    tasks: printed.tasks.map((task) => ({ ...task, place: placeOf(task.mark) })),
    amounts: drawer.promised.map((amount) => ({ ...amount, place: placeOf(amount.mark) })),
    dims,
  };
}

function table(
  random: Random,
  drawer: Drawer,
  style: Style,
  persons: boolean,
  dates: boolean,
): Printed & { preface: string[] } {
  const form = random.weighed<TableForm>([
    ["tabs", 3],
    ["bars", 1],
    ["stacked", 4],
  ]);
  return { preface: [], ...printTable({ random, drawer, style, form, persons, dates }) };
}

const SHORTEST_RULE = "各项任务的责任单位中，排在第一位的为牵头单位，其他为配合单位。";

function outline(random: Random, drawer: Drawer, style: Style, breaksLost: boolean): Printed & { preface: string[] } {
  const structure = random.weighed<Structure>([
    ["plain", 10],
    ["line closes", breaksLost ? 0 : 0.8],
    ["two levels", 1.2],
    ["several", 0.8],
  ]);
  // In 牵头 A 配合 B in the middle of a line, nobody can tell the labels from verbs.
  const vague = breaksLost && style.stems.noun === "";
  const fitting = NOTATIONS.filter(({ id }) => !(vague && id.endsWith("-blanks"))).filter(({ place }) =>
    structure === "line closes"
      ? place === "line"
      : structure === "several"
        ? place === "bracket"
        : structure === "two levels"
          ? place !== "sentence"
          : true,
  );
  const notation = random.weighed(fitting.map((row) => [row, row.weight ?? 1] as const));
  if (notation.strictComma) style.comma = "、";
  const printed = printOutline({
    random,
    drawer,
    notation,
    style,
    structure,
    breaksLost,
    goals: random.chance(0.3),
    duties: random.chance(0.12),
  });
  const preface =
    notation.id === "first-leads-preface"
      ? [`为做好有关工作，制定本方案。${SHORTEST_RULE}`]
      : random.chance(0.4)
        ? ["为贯彻落实上级部署，结合实际，制定本方案。"]
        : [];
  return { ...printed, preface, dims: { notation: notation.id, place: notation.place, ...printed.dims } };
}

/** Paragraphs as lines: with blank lines between, indented, wrapped, or without any break after the first. */
function laidOut(random: Random, paragraphs: readonly string[], breaks: Breaks): string[] {
  const indent = random.pick(["", "", "　　", "  "]);
  if (breaks === "blank lines")
    return paragraphs.flatMap((paragraph, k) => (k === 0 ? [paragraph] : ["", indent + paragraph]));
  if (breaks === "kept") return paragraphs.map((paragraph, k) => (k === 0 ? "" : indent) + paragraph);
  if (breaks === "wrapped") {
    const width = 2 * random.int(22, 40);
    return paragraphs.flatMap((paragraph, k) => wrapped((k === 0 ? "" : indent) + paragraph, width));
  }
  // The title often has a line of its own.
  return random.chance(0.5) ? [`${paragraphs[0]!}\n`, ...paragraphs.slice(1)] : [...paragraphs];
}

/** Wrapped as typesetters do, Chinese characters two columns wide. */
function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const character of paragraph) {
    // No line begins with a stop, dash or closing bracket, and none ends with an opening bracket; numbers are not
    // divided.
    const mayBreak =
      !isMark(character) && !/[，。；：、）】”%\d.—～,;:)\]-]/.test(character) && !/[（【“(\[]$/.test(line);
    if (columns >= width && mayBreak) {
      lines.push(line);
      line = "";
      columns = 0;
    }
    line += character;
    if (!isMark(character)) columns += character.charCodeAt(0) > 0x2e7f || /[“”‘’—…·]/.test(character) ? 2 : 1;
  }
  lines.push(line);
  return lines;
}

function inWidths(random: Random, text: string, widths: Widths): string {
  if (widths === "full") return text;
  return text.replace(/[（），；：【】]/g, (character) =>
    widths === "half" || random.chance(0.5) ? HALF[character]! : character,
  );
}
