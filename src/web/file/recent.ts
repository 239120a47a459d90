import type { RecentFile } from "../recovery/store";

/** The most entries, as many as the menu shows without scrolling. */
const most = 8;

/** The list with a file moved or added to its top. */
export async function withRecent(list: readonly RecentFile[], file: RecentFile): Promise<RecentFile[]> {
  const isSame = await Promise.all(list.map(({ handle }) => handle.isSameEntry(file.handle)));
  return [file, ...list.filter((_, index) => !isSame[index])].slice(0, most);
}
