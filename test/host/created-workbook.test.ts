import { openHost, type Host } from "../../src/host/node";

describe("a workbook that the add-in makes", () => {
  let host: Host;
  beforeEach(() => {
    host = openHost();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  });
  afterEach(() => host.dispose());

  it("is opened from the file's bytes, beside this one, which stays as it is", async () => {
    const shown: Uint8Array[] = [];
    host.book.onOpen = (file) => void shown.push(file);
    await host.Excel.createWorkbook(btoa("PK\u0003\u0004…".slice(0, 4)));
    expect(shown).toEqual([new Uint8Array([0x50, 0x4b, 3, 4])]);
    expect(host.book.created.map(({ isOpen }) => isOpen)).toEqual([true]);
    expect(host.book.allSheets).toHaveLength(1);
  });

  it("is blank where no file is given", async () => {
    await host.Excel.createWorkbook();
    expect(host.book.created.map(({ file, isOpen }) => [file.length, isOpen])).toEqual([[0, true]]);
  });

  it("is refused where the bytes are no .xlsx file", async () => {
    await expect(host.Excel.createWorkbook(btoa("<html>"))).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(host.book.created).toEqual([]);
  });
});
