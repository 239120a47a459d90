import { base64 } from "../../src/excel/base64";
import { openWorkbook } from "../../src/excel/open-workbook";

/** An Excel that opens what it is given, or refuses with a code. */
function excel(code?: string): string[] {
  const opened: string[] = [];
  const createWorkbook = async (file: string): Promise<void> => {
    if (code !== undefined) throw Object.assign(new Error("The text of Excel"), { code });
    opened.push(file);
  };
  Object.assign(globalThis, { Excel: { createWorkbook } });
  return opened;
}

describe("a file that is opened as a new workbook", () => {
  it("goes to Excel whole", async () => {
    const opened = excel();
    await openWorkbook(new Uint8Array([1, 2, 255]));
    expect(opened).toEqual(["AQL/"]);
  });

  it.each([
    ["InvalidOperation", "NoNewWorkbook", "InvalidOperation: The text of Excel"],
    ["GeneralException", "NoNewWorkbook", "GeneralException: The text of Excel"],
    ["Timeout", "Timeout", "The text of Excel"],
  ])("is refused with %s as %s", async (code, told, detail) => {
    excel(code);
    await expect(openWorkbook(new Uint8Array())).rejects.toMatchObject({ code: told, detail });
  });
});

describe("bytes as base64", () => {
  it.each([0, 1, 0x7fff, 0x8000, 0x8001, 0x10001])("are all there: %i of them", (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) % 256);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  });
});
