import { withRecent } from "../../../src/web/file/recent";
import type { RecentFile } from "../../../src/web/recovery/store";

/** A file with a handle, as a browser gives it; two handles are the same entry if they have the same path. */
const file = (path: string, at = 0): RecentFile => {
  const handle = { path, isSameEntry: async (other: unknown) => (other as { path: string }).path === path };
  return { name: path.split("/").at(-1)!, handle: handle as unknown as FileSystemFileHandle, at };
};

describe("the files that were open lately", () => {
  it("begin with the latest, each once, by the file and not by its name", async () => {
    const list = await withRecent([file("a/表.xlsx"), file("b/表.xlsx"), file("c/总表.xlsx")], file("b/表.xlsx", 5));
    expect(list.map(({ handle }) => (handle as unknown as { path: string }).path)).toEqual([
      "b/表.xlsx",
      "a/表.xlsx",
      "c/总表.xlsx",
    ]);
    expect(list[0]!.at).toBe(5);
  });

  it("are no more than eight", async () => {
    const list = await withRecent(
      Array.from({ length: 8 }, (_, index) => file(`${index}.xlsx`)),
      file("new.xlsx"),
    );
    expect(list).toHaveLength(8);
    expect(list.map(({ name }) => name)).not.toContain("7.xlsx");
  });
});
