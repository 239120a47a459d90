// `npm start`: builds the site, serves it, and prints the address of the web edition.
import { spawnSync } from "node:child_process";
import { portTrouble } from "./site/excel-here.mjs";
import { startWebServer } from "./web-server.mjs";

console.log("正在构建，首次约需一两分钟… / Building, a minute or two the first time …");
const { status } = spawnSync(process.execPath, ["scripts/build.mjs", "--quick"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
const port = Number(process.env.PORT ?? 3000);
const { address } = await startWebServer(port).catch(({ code }) => {
  console.error(portTrouble(code, port));
  process.exit(1);
});
console.log(`\n请在浏览器中打开 / Open in a browser: ${address}\n按 Ctrl+C 结束 / Ctrl+C ends it.`);
