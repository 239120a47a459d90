/** Fields whose results Word generates; they are not part of the plan's text. */
const LEFT_OUT = /^(?:TOC|INDEX|TOA|PAGE|NUMPAGES|SECTIONPAGES|SECTION|XE|TC|RD)$/;
/** The ones among them that the user is told about. */
const TABLES_OF_CONTENTS = /^(?:TOC|INDEX|TOA)$/;

interface Field {
  instruction: string;
  inResult: boolean;
}

/**
 * Tracks complex fields, which may nest and span paragraphs: decides which text belongs to a field code, and which to a
 * result that is left out.
 */
export class Fields {
  private readonly open: Field[] = [];
  /** How many tables of contents were met so far. */
  contents = 0;

  mark(type: string | undefined): void {
    const field = this.open[this.open.length - 1];
    if (type === "begin") this.open.push({ instruction: "", inResult: false });
    else if (type === "separate" && field) {
      field.inResult = true;
      if (TABLES_OF_CONTENTS.test(commandOf(field.instruction))) this.contents++;
    } else if (type === "end") this.open.pop();
  }

  addInstruction(text: string): void {
    const field = this.open[this.open.length - 1];
    if (field && !field.inResult) field.instruction += text;
  }

  /** Whether the text met now belongs to a field code or to a result that is left out. */
  get hidesText(): boolean {
    return this.open.some((field) => !field.inResult || isLeftOutField(field.instruction));
  }
}

/** Whether the result of a field with this instruction (`TOC \o "1-3"`) is left out. */
export function isLeftOutField(instruction: string): boolean {
  return LEFT_OUT.test(commandOf(instruction));
}

function commandOf(instruction: string): string {
  return instruction
    .trim()
    .split(/[\s\\]/, 1)[0]!
    .toUpperCase();
}
