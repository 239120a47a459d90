/** What the user is told for an error of the browser, by the error's name. */
interface Failure {
  name: string;
  reading?: string;
  writing?: string;
}

/** By names of DOMException in the File API and in File System Access. */
export const failures: readonly Failure[] = [
  {
    name: "NotFoundError",
    reading: "文件找不到了，可能已经移动、改名或删除。请点“打开…”重新选择",
    writing: "原来的文件找不到了，可能已经移动、改名或删除，没有保存。改动都还在这一页，请点“另存为…”",
  },
  {
    name: "NotAllowedError",
    reading: "浏览器没有得到读这个文件的许可。请点“打开…”重新选择这个文件，浏览器询问时点“允许”",
    writing:
      "浏览器没有得到写这个文件的许可，没有保存。改动都还在这一页，请再点“保存”，浏览器询问时点“允许”；或者点“另存为…”",
  },
  {
    name: "NoModificationAllowedError",
    writing:
      "文件正被别的程序占用，或者是只读的，没有保存。改动都还在这一页。请在 WPS 或 Excel 里关闭这个文件再点“保存”，或者点“另存为…”",
  },
  {
    name: "InvalidStateError",
    writing: "文件在打开以后被别的程序换过，没有保存。改动都还在这一页，请点“另存为…”",
  },
  {
    name: "QuotaExceededError",
    writing: "磁盘空间不够，没有保存，原来的文件没有动。改动都还在这一页。请腾出空间再点“保存”，或者另存到别的盘",
  },
  {
    name: "NotReadableError",
    reading: "文件读不出来，可能正被别的程序占用，或者所在的盘断开了。请关闭占用它的程序，再打开一次",
    writing: "文件所在的盘读写不了，没有保存。改动都还在这一页，请另存到别的盘",
  },
  { name: "SecurityError", writing: "浏览器不允许写到这个文件夹，没有保存。改动都还在这一页，请另存到“文档”或桌面" },
];

const others = {
  reading: "文件没有读出来。文件没有改动，请再打开一次",
  writing: "没有保存成功，原来的文件没有动。改动都还在这一页，请再点一次“保存”，或者点“另存为…”",
};

/** A Chinese sentence for an error, without its full stop. */
export function failureText(error: unknown, doing: "reading" | "writing"): string {
  const name = (error as { name?: string } | undefined)?.name;
  return failures.find((one) => one.name === name)?.[doing] ?? others[doing];
}

/** Whether the user has closed the file picker, which needs no message. */
export const isCancelled = (error: unknown): boolean => (error as { name?: string } | undefined)?.name === "AbortError";
