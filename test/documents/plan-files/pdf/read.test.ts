import type { PlanFileProblem } from "../../../../src/documents/plan-files";
import { inChinese } from "../../../../src/plan/sentence";

/** What a page of the PDF holds: its texts, how it draws, and how many paths. */
interface Page {
  texts?: readonly (readonly [text: string, x: number, y: number, size?: number, turned?: boolean])[];
  invisible?: number;
  unmapped?: number;
  paths?: number;
}
const OPS = { setTextRenderingMode: 1, showText: 2, setFont: 3, constructPath: 4 };
let pages: readonly Page[];
let failure: { name: string } | undefined;
let asked: { data: Uint8Array; cMapUrl?: string } | undefined;
let isLoaded: boolean;

jest.mock("../../../../src/documents/plan-files/pdf/pdf-library", () => ({
  defaultResources: () => ({ cMapUrl: "maps/" }),
  loadPdfLibrary: () =>
    isLoaded ? Promise.resolve({ OPS, VerbosityLevel: { ERRORS: 0 }, getDocument }) : Promise.reject(new Error()),
}));

/** The page's numbers in a PDF count from its lower left corner. */
const HEIGHT = 842;
function pageOf({ texts = [], invisible = 0, unmapped = 0, paths = 0 }: Page): object {
  const items = texts.map(([str, x, y, size = 12, turned = false]) => ({
    str,
    transform: turned ? [0, size, -size, 0, x, HEIGHT - y] : [size, 0, 0, size, x, HEIGHT - y],
    width: str.length * size,
    height: size,
  }));
  const shown = texts.reduce((sum, [text]) => sum + text.length, 0) - invisible;
  const show = (glyphs: number): [number, unknown][] =>
    glyphs > 0 ? [[OPS.showText, [Array.from({ length: glyphs }, () => ({}))]]] : [];
  const steps: [number, unknown][] = [
    ...show(shown),
    [OPS.setTextRenderingMode, [3]],
    ...show(invisible),
    [OPS.setFont, ["unknown"]],
    ...Array.from({ length: unmapped }, (): [number, unknown] => [OPS.showText, [[]]]),
    ...Array.from({ length: paths }, (): [number, unknown] => [OPS.constructPath, [0, [null]]]),
  ];
  return {
    getViewport: () => ({ width: 595, height: HEIGHT, transform: [1, 0, 0, -1, 0, HEIGHT] }),
    streamTextContent: () =>
      new ReadableStream({ start: (to) => (to.enqueue({ items: [...items, { type: "mark" }] }), to.close()) }),
    getOperatorList: () =>
      Promise.resolve({ fnArray: steps.map(([step]) => step), argsArray: steps.map(([, args]) => args) }),
    cleanup: () => undefined,
  };
}
function getDocument(how: { data: Uint8Array; cMapUrl?: string }): object {
  asked = how;
  const document = { numPages: pages.length, getPage: (number: number) => Promise.resolve(pageOf(pages[number - 1]!)) };
  return { promise: failure ? Promise.reject(failure) : Promise.resolve(document), destroy: () => Promise.resolve() };
}

async function outcomeOf(
  content: readonly Page[],
  bytes: Uint8Array = new Uint8Array([37, 80]),
): Promise<{ text: string; notes: string[] } | PlanFileProblem> {
  const { readPdf } = await import("../../../../src/documents/plan-files/pdf/read");
  pages = content;
  return readPdf(bytes).then(
    (read) => ({
      text: (read.content as readonly { text?: string }[]).map(({ text }) => text ?? "（表）").join("\n"),
      notes: read.notes.map(inChinese),
    }),
    (error: { code: PlanFileProblem }) => error.code,
  );
}
const notesOf = async (...content: Page[]): Promise<unknown> => {
  const outcome = await outcomeOf(content);
  return typeof outcome === "string" ? outcome : outcome.notes;
};
const text = (length: number): Page => ({ texts: [["字".repeat(length), 60, 100]] });

describe("a PDF", () => {
  beforeEach(() => {
    [failure, isLoaded] = [undefined, true];
  });

  it("is read from where its texts stand, from top to bottom", async () => {
    expect(
      await outcomeOf([
        {
          texts: [
            ["乙", 60, 200],
            ["甲", 60, 100],
          ],
        },
      ]),
    ).toEqual({ text: "甲\n乙", notes: [] });
  });

  it("is read the way in which most of its text runs", async () => {
    expect(
      await outcomeOf([
        {
          texts: [
            ["甲甲甲", 60, 700, 12, true],
            ["乙乙乙", 90, 700, 12, true],
            ["注", 60, 100],
          ],
        },
      ]),
    ).toMatchObject({ text: "甲甲甲\n乙乙乙" });
  });

  it("is given to its library as a copy, with its character maps", async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    await outcomeOf([text(10)], bytes);
    expect([asked!.data === bytes, [...asked!.data], asked!.cMapUrl]).toEqual([false, [1, 2, 3], "maps/"]);
  });

  it.each<[what: string, content: Page[], outcome: unknown]>([
    ["of one page without text", [{}], "scannedPdf"],
    ["of two pages with hardly any text", [text(1), {}], ["有 1 页没有文字，可能是扫描页，未读入。"]],
    ["of three pages with fewer than five characters each", [text(14), {}, {}], "scannedPdf"],
    ["of three pages with five characters each", [text(15), {}, {}], ["有 2 页没有文字，可能是扫描页，未读入。"]],
    ["of blanks", [{ texts: [["   ", 60, 100]], invisible: 3 }], "scannedPdf"],
  ])("is a scan or none: %s", async (_, content, outcome) => expect(await notesOf(...content)).toEqual(outcome));

  it.each<[invisible: number, isRecognised: boolean]>([
    [5, false],
    [6, true],
  ])("was recognised in a scan where most of its text is not seen: %i of 10", async (invisible, isRecognised) =>
    expect(await notesOf({ ...text(10), invisible })).toEqual(
      isRecognised ? ["这个 PDF 是扫描件，文字由识别软件得出，可能有错字，请逐项与原件核对。"] : [],
    ),
  );

  it("says how many texts could not be read, and is refused where they are more than its characters", async () => {
    expect(await notesOf({ ...text(10), unmapped: 2 })).toEqual([
      "这个 PDF 有 2 处文字的字体读不了，没有读出，请与原件核对，或取得方案的 .docx。",
    ]);
    expect(await notesOf({ ...text(10), unmapped: 10 })).toHaveLength(1);
    expect(await notesOf({ ...text(10), unmapped: 11 })).toBe("noCharacterMaps");
    expect(await notesOf({ texts: [["  ", 60, 100]] })).toBe("noCharacterMaps");
  });

  it("says where its drawings are too large to look for tables in them", async () => {
    const note = "这个 PDF 中有很大的图形，没有按表格线还原表格，请逐项核对，或取得方案的 .docx。";
    expect(await notesOf({ ...text(10), paths: 199_999 })).toEqual([]);
    expect(await notesOf({ ...text(10), paths: 200_000 })).toEqual([note]);
    const stream = (size: number): Uint8Array => new TextEncoder().encode(`1 0 obj<<>>stream\n${"x".repeat(size)}`);
    expect(await outcomeOf([text(10)], stream(2 * 1024 * 1024))).toMatchObject({ notes: [] });
    expect(await outcomeOf([text(10)], stream(2 * 1024 * 1024 + 1))).toMatchObject({ notes: [note] });
  });

  it("is refused with too many pages, and with too many texts on one", async () => {
    expect(await notesOf(...Array.from({ length: 1000 }, () => text(1)))).not.toBe("tooLarge");
    expect(await notesOf(...Array.from({ length: 1001 }, () => text(1)))).toBe("tooLarge");
    const texts = (count: number): Page => ({
      texts: Array.from({ length: count }, (_, k) => ["字", 60 + (k % 30) * 15, 60 + k / 30] as const),
    });
    expect(await notesOf(texts(50_001))).toBe("zipBomb");
  });

  it("is refused where it cannot be opened, has a password, or its library cannot be loaded", async () => {
    failure = { name: "InvalidPDFException" };
    expect(await notesOf(text(10))).toBe("corrupt");
    failure = { name: "PasswordException" };
    expect(await notesOf(text(10))).toBe("password");
    isLoaded = false;
    expect(await notesOf(text(10))).toBe("notLoaded");
  });

  it("is given up where it takes too long", async () => {
    let now = 0;
    const clock = jest.spyOn(performance, "now").mockImplementation(() => (now += 45_000));
    try {
      expect(await notesOf(text(10), text(10))).not.toBe("tooSlow");
      now = 0;
      expect(await notesOf(text(10), text(10), text(10))).toBe("tooSlow");
    } finally {
      clock.mockRestore();
    }
  });
});
