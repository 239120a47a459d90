// Checks for what `npm run excel` needs, before anything is built.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where Excel can be, by platform. */
const excel = {
  win32: () => spawnSync("reg", ["query", "HKEY_CLASSES_ROOT\\Excel.Application"], { stdio: "ignore" }).status === 0,
  darwin: () => existsSync("/Applications/Microsoft Excel.app"),
};

const withoutExcel = "没有 Excel 时请用 npm start，在浏览器里打开网页版";

/** @returns {string | undefined} a sentence that says what is missing and what to do */
export function lackingForExcel({ platform = process.platform, hasExcel = excel } = {}) {
  if (!Object.hasOwn(hasExcel, platform))
    return `npm run excel 要在装有 Excel 的 Windows 或 Mac 上运行，这里是 ${platform}。${withoutExcel}。`;
  if (!hasExcel[platform]()) return `这台电脑上没有找到 Excel（桌面版）。${withoutExcel}。`;
  return undefined;
}

/** @returns {string} a sentence for a failed start of the server */
export const portTrouble = (code, port) =>
  code === "EADDRINUSE"
    ? `端口 ${port} 正被其他程序占用，清单要用的就是它。请先关掉那个程序（多半是另一个窗口里的 npm run excel 或 npm start），再运行一次。`
    : code === "EACCES"
      ? `没有权限使用端口 ${port}。请换一个 1024 以上的端口。`
      : `端口 ${port} 不能用（${code}）。`;
