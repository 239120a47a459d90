/** Errors of the file system, by their codes. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "找不到文件",
  EISDIR: "这是一个文件夹，不是文件",
  ENOTDIR: "路径中有一段不是文件夹",
  EACCES: "没有权限",
  EPERM: "没有权限",
  EBUSY: "文件正被其他程序使用",
  ENOSPC: "磁盘已满",
  EROFS: "这个位置不能写入",
  EMFILE: "同时打开的文件太多",
  ENAMETOOLONG: "文件名太长",
};

/** A Chinese sentence for an error of the file system; undefined for any other error. */
export function fileErrorText(error: unknown): string | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  return `${reasons[code] ?? `无法读写文件（${code}）`}${path === undefined ? "" : `：${path}`}`;
}
