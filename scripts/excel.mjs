// `npm run excel`: serves the built site over https with a development certificate and sideloads the manifest into Excel.
import { spawn, spawnSync } from "node:child_process";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { extname, join, normalize } from "node:path";
import devCerts from "office-addin-dev-certs";

const shell = process.platform === "win32";
if (spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status !== 0) process.exit(1);
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".png": "image/png" };
const server = createServer(await devCerts.getHttpsServerOptions(), (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "https://localhost").pathname)).replace(/^([/\\]|\.\.)+/, "");
  const file = join("dist", path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
server.listen(3000, () => {
  console.log("https://localhost:3000");
  spawn("npx", ["office-addin-debugging", "start", "dist/manifest.xml", "desktop", "--no-debug"], { stdio: "inherit", shell });
});
