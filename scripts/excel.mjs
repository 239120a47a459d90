// `npm run excel`: serves the built site over https with a development certificate and sideloads the manifest into Excel.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:https";
import { join } from "node:path";
import devCerts from "office-addin-dev-certs";
import { isFile, pathOf, send } from "./site/serve.mjs";

const shell = process.platform === "win32";
if (spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status !== 0) process.exit(1);
const server = createServer(await devCerts.getHttpsServerOptions(), (request, response) => {
  const file = join("dist", pathOf(request.url));
  if (isFile(file)) send(response, file);
  else response.writeHead(404).end();
});
server.listen(3000, () => {
  console.log("https://localhost:3000");
  spawn("npx", ["office-addin-debugging", "start", "dist/manifest.xml", "desktop", "--no-debug"], { stdio: "inherit", shell });
});
