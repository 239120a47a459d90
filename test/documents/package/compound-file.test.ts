import { CompoundFile } from "../../../src/documents/package/compound-file";
import { PackageError } from "../../../src/documents/package/package-error";
import { compoundFile } from "./build-compound-file";

const counted = (length: number): Uint8Array => Uint8Array.from({ length }, (_, k) => (k * 7 + (k >> 8)) & 255);

describe("a compound file", () => {
  it.each([512, 4096] as const)("gives its streams back, small and large, with sectors of %i bytes", (sectorSize) => {
    const streams = { Small: counted(100), Empty: new Uint8Array(), Table: counted(4095), Large: counted(70_001) };
    const file = new CompoundFile(compoundFile(streams, sectorSize));
    for (const [name, bytes] of Object.entries(streams)) expect(Buffer.compare(file.read(name)!, bytes)).toBe(0);
    expect(file.read("Other")).toBeUndefined();
  });

  it("follows the list of its table beyond what the header holds", () => {
    const large = counted(9_000_000);
    const read = new CompoundFile(compoundFile({ Large: large })).read("Large")!;
    expect(Buffer.compare(read, large)).toBe(0);
  });

  it("asks for names as Windows does, and looks at the root alone", () => {
    const file = new CompoundFile(compoundFile({ ObjectPool: { WordDocument: counted(10) }, Workbook: counted(5000) }));
    expect([file.has("WORKBOOK"), file.has("WordDocument"), file.has("ObjectPool")]).toEqual([true, false, false]);
  });

  it("reads a last sector that is cut short", () => {
    const whole = compoundFile({ Large: counted(5000) });
    const file = whole.slice(0, -100);
    expect(new CompoundFile(file).read("Large")).toEqual(counted(5000));
  });

  it("goes through its directory once where that comes back to itself", () => {
    const bytes = compoundFile({ Large: counted(6000), Other: counted(10) });
    const view = new DataView(bytes.buffer);
    view.setUint32(directoryAt(view) + 256 + 72, 1, true);
    expect(new CompoundFile(bytes).has("Other")).toBe(true);
  });

  it("refuses one whose list of tables comes back to itself", () => {
    const bytes = compoundFile({ Large: counted(6000) });
    const view = new DataView(bytes.buffer);
    view.setUint32(68, 0, true);
    view.setUint32(1024 - 4, 0, true);
    expect(() => new CompoundFile(bytes)).toThrow(PackageError);
  });

  it.each<[string, (view: DataView) => void]>([
    ["a size beyond its sectors", (view) => view.setUint32(directoryAt(view) + 128 + 120, 60_000, true)],
    ["a sector that there is not", (view) => view.setUint32(directoryAt(view) + 128 + 116, 4_000, true)],
    ["a loop in its chain", (view) => circle(view)],
  ])("refuses a stream with %s", (_, damage) => {
    const bytes = compoundFile({ Large: counted(6000) });
    damage(new DataView(bytes.buffer));
    expect(() => new CompoundFile(bytes).read("Large")).toThrow(PackageError);
  });
});

const directoryAt = (view: DataView): number => (view.getUint32(48, true) + 1) * 512;
/** Makes the second sector of the first stream lead back to its first. */
const circle = (view: DataView): void => view.setUint32((view.getUint32(76, true) + 1) * 512 + 4, 0, true);
