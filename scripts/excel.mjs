// `npm run excel`: serves the built site over https with a development certificate, and sideloads the manifest into
// Excel.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:https";
import { join } from "node:path";
import { lackingForExcel, portTrouble } from "./site/excel-here.mjs";
import folders from "./site/folders.cjs";
import { isFile, pathOf, send } from "./site/serve.mjs";

/** The port that the manifest names. */
const port = 3000;

function end(sentence) {
  console.error(sentence);
  process.exit(1);
}

async function certificate() {
  try {
    const { default: devCerts } = await import("office-addin-dev-certs");
    return await devCerts.getHttpsServerOptions();
  } catch (error) {
    return end(
      `没有能用的开发证书：${error.message}\n请先运行 npx office-addin-dev-certs install（会要求确认一次），再运行 npm run excel。`,
    );
  }
}

const lacking = lackingForExcel();
if (lacking) end(lacking);
const server = createServer(await certificate(), (request, response) => {
  const file = join(folders.preview, pathOf(request.url));
  if (isFile(file)) send(response, file);
  else response.writeHead(404).end();
});
server.once("error", ({ code }) => end(portTrouble(code, port)));
// Before the build, so that a port in use is reported at once. It listens on localhost only.
await new Promise((resolve) => server.listen(port, "localhost", resolve));
if (spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status !== 0) process.exit(1);
console.log(`https://localhost:${port}`);
spawn("npx", ["office-addin-debugging", "start", join(folders.preview, "manifest.xml"), "desktop", "--no-debug"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
