import type { OpenFile, TabRecord } from "../../../src/web/recovery/store";
import { isSameFile, leftBehind } from "../../../src/web/recovery/tabs";

const handle = (path: string): FileSystemFileHandle =>
  ({
    path,
    isSameEntry: async (other: unknown) => (other as { path: string }).path === path,
  }) as unknown as FileSystemFileHandle;
const copy = (at: number) => ({ at, bytes: new Uint8Array() });

describe("two tabs with a file", () => {
  const file: OpenFile = { name: "年报.xlsx", lastModified: 7, bytes: new Uint8Array(3) };

  it("have the same where it is the same entry, whatever it is called", async () => {
    expect(await isSameFile({ name: "a.xlsx", handle: handle("x") }, { name: "b.xlsx", handle: handle("x") })).toBe(
      true,
    );
    expect(await isSameFile({ name: "a.xlsx", handle: handle("x") }, { name: "a.xlsx", handle: handle("y") })).toBe(
      false,
    );
  });

  it("have the same where name, size and time are, if the browser gives no way to the file", async () => {
    expect(await isSameFile(file, { ...file })).toBe(true);
    expect(await isSameFile(file, { ...file, lastModified: 8 })).toBe(false);
    expect(await isSameFile(file, { ...file, bytes: new Uint8Array(4) })).toBe(false);
  });

  it("never have the same where one has a new workbook", async () => {
    expect(await isSameFile({}, {})).toBe(false);
  });
});

describe("what tabs have left behind", () => {
  const records: TabRecord[] = [
    { tab: "own", open: {}, copy: copy(9) },
    { tab: "alive", open: {}, copy: copy(8) },
    { tab: "crashed", open: {}, copy: copy(5) },
    { tab: "closed", open: {} },
    { tab: "crashed later", open: {}, copy: copy(6) },
  ];

  it("are the copies of tabs that are gone, latest first, and records that hold nothing", () => {
    const { copies, useless } = leftBehind(records, "own", new Set(["alive"]));
    expect(copies.map(({ tab }) => tab)).toEqual(["crashed later", "crashed"]);
    expect(useless.map(({ tab }) => tab)).toEqual(["closed"]);
  });
});
