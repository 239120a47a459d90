import type { RecentFile } from "../recovery/store";

/** As many as a menu shows without scrolling. */
const most = 8;

/** The list with a file at its top, once. */
export async function withRecent(list: readonly RecentFile[], file: RecentFile): Promise<RecentFile[]> {
  const isSame = await Promise.all(list.map(({ handle }) => handle.isSameEntry(file.handle)));
  return [file, ...list.filter((_, index) => !isSame[index])].slice(0, most);
}
