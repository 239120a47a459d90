/** Fields whose results are made by Word and are no part of the plan's text. */
const LEFT_OUT = /^(?:TOC|INDEX|TOA|PAGE|NUMPAGES|SECTIONPAGES|SECTION|XE|TC|RD)$/;
/** Those of them that are worth telling the user about. */
const TABLES_OF_CONTENTS = /^(?:TOC|INDEX|TOA)$/;

interface Field {
  instruction: string;
  inResult: boolean;
}

/**
 * Complex fields may nest and span paragraphs: which text belongs to a code, and which to a result that is left out.
 */
export class Fields {
  private readonly open: Field[] = [];
  /** Tables of contents met so far. */
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

  /** Whether text met now is to be left out. */
  get hidesText(): boolean {
    return this.open.some((field) => !field.inResult || isLeftOutField(field.instruction));
  }
}

/** Whether a field's result is left out, by its instruction (`TOC \o "1-3"`). */
export function isLeftOutField(instruction: string): boolean {
  return LEFT_OUT.test(commandOf(instruction));
}

function commandOf(instruction: string): string {
  return instruction
    .trim()
    .split(/[\s\\]/, 1)[0]!
    .toUpperCase();
}
