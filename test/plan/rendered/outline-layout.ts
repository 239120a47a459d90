import type { Answer, Drawer, Item } from "./abstract";
import { marked } from "./marks";
import type { Notation, Reading } from "./notations";
import { GOES_ON_MARK } from "./notations";
import { drawSlip, MARKS, numbered, SCHEMES, slippedMark, type Scheme, type Slip } from "./numbering";
import type { Random } from "./random";
import type { Style } from "./style";
import { CHAPTER_TITLES, DUTIES, GOES_ON, TITLES } from "./words";

/** A task as it must be read. It has several paths where a careful reader could choose any of them. */
export interface Expected {
  paths: readonly string[];
  reading: Reading;
  mark: number;
  due?: string;
  persons?: string[];
}

/** Paragraphs with marks in them, and what must be read from them. */
export interface Printed {
  paragraphs: string[];
  tasks: Expected[];
  dims: Record<string, string>;
}

export type Structure = "plain" | "line closes" | "two levels" | "several";
type TitleForm = "stop" | "line" | "colon" | "sentence" | "bracket behind";

export interface Frame {
  random: Random;
  drawer: Drawer;
  notation: Notation;
  style: Style;
  structure: Structure;
  breaksLost: boolean;
  goals: boolean;
  duties: boolean;
}

/** Chapters, numbers and titles of a plan in running text. */
export function printOutline(frame: Frame): Printed {
  return new OutlinePrinter(frame).print();
}

const fitting = (scheme: Scheme, { structure, breaksLost }: Frame): boolean => {
  if (structure === "two levels" || structure === "line closes")
    return scheme.styles.length >= 2 && !scheme.runs && scheme.id !== "1.1.1" && scheme.id !== "一、（一）";
  return !(breaksLost && scheme.id === "1.1.1");
};

class OutlinePrinter {
  private readonly paragraphs: string[] = [];
  private readonly tasks: Expected[] = [];
  private readonly scheme: Scheme;
  private readonly slip: Slip;
  private readonly slipAt: number;
  private readonly mark: string;
  private readonly titleForm: TitleForm;
  private readonly sentenceFirst: boolean;
  private readonly titles: string[];
  private printedTasks = 0;
  private running = 0;

  constructor(private readonly frame: Frame) {
    const { random, notation } = frame;
    this.scheme = random.weighed(
      SCHEMES.filter((scheme) => fitting(scheme, frame)).map((scheme) => [scheme, scheme.weight] as const),
    );
    const slip = drawSlip(random);
    const arabic = this.scheme.styles[this.scheme.styles.length - 1] === "1";
    const slips =
      frame.structure === "plain" &&
      (arabic || slip === "missed") &&
      !(frame.breaksLost && (slip === "blank for point" || slip === "doubled"));
    this.slip = slips ? slip : "none";
    this.slipAt = random.int(1, 2);
    this.mark = random.weighed(MARKS);
    const forms: (readonly [TitleForm, number])[] = [
      ["stop", 6],
      ["line", !frame.breaksLost ? 3 : notation.place === "bracket" ? 0.5 : 0],
      ["colon", 1],
      ["sentence", 2],
    ];
    if (notation.place === "bracket" && notation.id !== "bracket-bare" && frame.structure === "plain")
      forms.push(["bracket behind", 1]);
    this.titleForm = random.weighed(forms);
    this.sentenceFirst = random.chance(0.3);
    this.titles = random.some(TITLES, 40);
  }

  print(): Printed {
    const { random, structure } = this.frame;
    const levels = this.scheme.styles.length;
    if (levels === 1) {
      this.chapterless(random.int(2, 5));
    } else {
      let chapter = 0;
      if (this.frame.goals) this.goals(++chapter);
      const chapters = random.int(1, 2);
      for (let k = 0; k < chapters; k++) this.chapter(++chapter, random.int(chapters === 1 ? 2 : 1, 3));
      this.tail(chapter);
    }
    return {
      paragraphs: this.paragraphs,
      tasks: this.tasks,
      dims: {
        scheme: this.scheme.id,
        slip: this.slip,
        mark: this.scheme.styles.includes("1") ? this.mark : "-",
        titles: this.titleForm,
        structure,
      },
    };
  }

  private chapterless(count: number): void {
    for (let k = 1; k <= count; k++) this.task([], k);
  }

  private chapter(value: number, count: number): void {
    const { styles } = this.scheme;
    const { random, structure } = this.frame;
    const number = numbered(styles[0]!, value, this.mark);
    const heading = random.pick(CHAPTER_TITLES);
    if (structure === "line closes" && styles.length === 2) {
      this.closed([], number, heading);
      return;
    }
    this.paragraphs.push(number.printed + heading);
    if (styles.length === 2) {
      if (structure === "two levels") this.introduced([number.label]);
      this.tasksBeneath([number.label], count);
      return;
    }
    const groups = random.int(1, 2);
    for (let k = 1; k <= groups; k++) {
      const group = numbered(styles[1]!, k, this.mark);
      const path = [number.label, group.label];
      if (structure === "line closes") {
        this.closed([number.label], group, this.titles.pop()!);
        continue;
      }
      if (structure === "two levels") this.parent([number.label], group);
      else this.paragraphs.push(group.printed + this.titles.pop()! + (random.chance(0.5) ? "。" : ""));
      this.tasksBeneath(path, Math.max(structure === "two levels" ? 2 : 1, Math.min(count, 2)));
    }
  }

  private tasksBeneath(path: readonly string[], count: number): void {
    for (let k = 1; k <= count; k++) this.task(path, k);
  }

  /** In a chapter of two levels the heading itself has no text; its first paragraph has. */
  private introduced(path: readonly string[]): void {
    const { drawer } = this.frame;
    const item: Item = { title: "", sentences: drawer.sentences(1, 2) };
    this.answered(
      item,
      path,
      (text) => this.paragraphs.push(text),
      (line) => this.paragraphs.push(line),
    );
  }

  private parent(above: readonly string[], number: { printed: string; label: string }): void {
    const { drawer } = this.frame;
    const item: Item = { title: this.titles.pop()!, sentences: drawer.sentences(1, 2) };
    const head = `${number.printed}${item.title}。`;
    this.answered(
      item,
      [...above, number.label],
      (text) => this.paragraphs.push(head + text),
      (line) => this.paragraphs.push(line),
    );
  }

  /** Several items, and a line after the last that answers for all of them. */
  private closed(above: readonly string[], number: { printed: string; label: string }, title: string): void {
    const { drawer, random } = this.frame;
    this.paragraphs.push(number.printed + title);
    const style = this.scheme.styles[this.scheme.styles.length - 1]!;
    const count = random.int(2, 3);
    for (let k = 1; k <= count; k++) {
      this.paragraphs.push(
        `${numbered(style, k, this.mark, number.label).printed}${this.titles.pop()!}。${drawer.sentences(0, 1).join("")}`,
      );
    }
    this.answered(
      { title: "", sentences: [] },
      [...above, number.label],
      () => undefined,
      (line) => this.paragraphs.push(line),
    );
  }

  private task(above: readonly string[], place: number): void {
    const { drawer, random } = this.frame;
    const style = this.scheme.styles[this.scheme.styles.length - 1]!;
    this.running++;
    const counted = this.scheme.runs ? this.running : place;
    let value = counted;
    const slips = this.printedTasks >= this.slipAt && counted > 1;
    let mark = this.mark;
    if (slips && this.slip === "missed") value = counted + 1;
    else if (slips && this.slip === "doubled" && this.printedTasks === this.slipAt) value = counted - 1;
    else if (slips && this.printedTasks === this.slipAt) mark = slippedMark(this.slip, this.mark);
    this.printedTasks++;
    const number = numbered(style, value, mark, above[above.length - 1]);
    const path = [...above, number.label];
    const sentence = this.titleForm === "sentence";
    const item: Item = {
      title: this.titles.pop()!,
      sentences: sentence ? drawer.sentences(1, 2) : drawer.sentences(0, 3),
    };
    if (sentence && item.sentences.length === 0) item.sentences.push("坚持问题导向，补齐短板弱项。");
    const several = this.frame.structure === "several" && random.chance(0.6);
    if (several) {
      this.severally(item, number.printed, path);
      return;
    }
    this.answered(
      item,
      path,
      (text, bracket) => this.body(number.printed, item, text, bracket),
      (line) => this.paragraphs.push(line),
    );
  }

  /** Two parts of one item, each with its own bracket: one task with the names of both. */
  private severally(item: Item, number: string, path: readonly string[]): void {
    const { drawer, notation, style } = this.frame;
    const first = drawer.answer(notation.wants);
    const used = new Set([...first.lead, ...first.support].map(({ name }) => name));
    let second = drawer.answer(notation.wants);
    for (let k = 0; k < 20 && [...second.lead, ...second.support].some(({ name }) => used.has(name)); k++)
      second = drawer.answer(notation.wants);
    const clash = [...second.lead, ...second.support].some(({ name }) => used.has(name));
    const answers = clash ? [first] : [first, second];
    const mark = drawer.newMark();
    const print = answers.map(
      (answer, k) =>
        `${k === 0 ? item.sentences.join("") || "坚持问题导向，补齐短板弱项。" : drawer.sentences(1, 1).join("")}${this.words(notation.print(answer, style, this.tasks.length === 0 && k === 0 ? 0 : 1)) as string}`,
    );
    this.paragraphs.push(`${number}${item.title}。${marked(mark, print.join(""))}`);
    const readings = answers.map((answer) => notation.read(answer, style));
    this.tasks.push({
      paths: [path.join("/")],
      reading: {
        lead: readings.flatMap((r) => r.lead),
        responsible: readings.flatMap((r) => r.responsible),
        groups: [...new Set(readings.flatMap((r) => r.groups))],
        basis: worst(readings.map((r) => r.basis)),
      },
      mark,
    });
  }

  private words(printed: string | string[]): string | string[] {
    const goesOn = this.frame.random.pick(GOES_ON);
    const say = (text: string): string => text.replaceAll(GOES_ON_MARK, goesOn);
    return typeof printed === "string" ? say(printed) : printed.map(say);
  }

  /**
   * Prints an item's text with who answers for it, and notes what must be read.
   * @param put takes the text; the bracket is separate if it may come after the title
   */
  private answered(
    item: Item,
    path: readonly string[],
    put: (text: string, bracket?: string) => void,
    line: (text: string) => void,
  ): void {
    const { drawer, notation, style } = this.frame;
    const answer: Answer = drawer.answer(notation.wants);
    const mark = drawer.newMark();
    const printed = this.words(notation.print(answer, style, this.tasks.length));
    const text = item.sentences.join("");
    if (notation.place === "line") {
      put(text);
      for (const words of typeof printed === "string"
        ? [printed]
        : [marked(mark, printed.join("\n"))].flatMap((all) => all.split("\n")))
        line(typeof printed === "string" ? marked(mark, words) : words);
    } else if (notation.place === "bracket") {
      if (this.titleForm === "bracket behind") put(text, marked(mark, printed as string));
      else
        put(withBracket(text, marked(mark, printed as string), notation.id === "bracket-bare" ? "before" : style.stop));
    } else if (notation.place === "run") {
      put(`${text}${marked(mark, printed as string)}`);
    } else {
      put(this.sentenceFirst ? marked(mark, printed as string) + text : text + marked(mark, printed as string));
    }
    this.tasks.push({
      paths: [path.join("/")],
      reading: notation.read(answer, style),
      mark,
      ...(answer.due && notation.dates ? { due: answer.due.by } : {}),
      ...(answer.persons && notation.persons
        ? { persons: answer.persons.names.map((name) => `${style.personLabel}:${name}`) }
        : {}),
    });
  }

  private body(number: string, { title }: Item, text: string, bracket?: string): void {
    if (bracket !== undefined) {
      this.paragraphs.push(number + title + bracket);
      if (text !== "") this.paragraphs.push(text);
      return;
    }
    const bare = text.replace(/^[\u{f0000}-\u{fffff}]+/u, "");
    if (this.titleForm === "sentence") this.paragraphs.push(number + text);
    else if (bare === "" || /^[（【]/.test(bare))
      this.paragraphs.push(
        `${number}${title}${/^（/.test(bare) && this.frame.style.stop === "after" && this.frame.notation.id !== "bracket-bare" ? "" : bare === "" && this.titleForm === "line" ? "" : "。"}${text}`,
      );
    else if (this.titleForm === "stop") this.paragraphs.push(`${number}${title}。${text}`);
    else if (this.titleForm === "colon") this.paragraphs.push(`${number}${title}：${text}`);
    else this.paragraphs.push(number + title, text);
  }

  private goals(value: number): void {
    const { drawer } = this.frame;
    const number = numbered(this.scheme.styles[0]!, value, this.mark);
    this.paragraphs.push(`${number.printed}总体要求`);
    this.paragraphs.push(`以提高质量和效益为中心，坚持统筹兼顾、分类指导。${drawer.sentences(0, 1).join("")}`);
  }

  private tail(chapter: number): void {
    const { duties, style, random } = this.frame;
    const head = numbered(this.scheme.styles[0]!, chapter + 1, this.mark).printed;
    if (duties) {
      this.paragraphs.push(`${head}职责分工`);
      for (const { name } of random.some(style.realm.names, random.int(2, 3)))
        this.paragraphs.push(`${name}：${random.pick(DUTIES)}`);
    } else if (random.chance(0.3)) {
      this.paragraphs.push(`${head}保障措施`, "加强组织领导，压实工作责任，形成工作合力。");
    }
  }
}

const ORDER = ["stated", "firstByRule", "firstByConvention", "none"] as const;
const worst = (bases: readonly Reading["basis"][]): Reading["basis"] =>
  ORDER[Math.max(...bases.map((basis) => ORDER.indexOf(basis)))]!;

function withBracket(text: string, bracket: string, stop: Style["stop"]): string {
  if (text === "") return bracket;
  if (stop === "before") return text + bracket;
  if (stop === "both") return `${text}${bracket}。`;
  return `${text.replace(/。$/, "")}${bracket}。`;
}
