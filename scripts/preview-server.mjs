// Serves the built site with the preview beside it. Only what the preview adds differs from what Excel gets: its own
// page, and at the one address from which the pages take Office.js a stand-in that talks to the embedded host.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
};

function locate(path) {
  if (path === "/officejs/office.js") return join(root, "dist-preview", "office-stub.js");
  if (path === "/officejs/excel-web-16.00.js") return createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  const clean = normalize(path === "/" ? "/preview.html" : path).replace(/^([/\\]|\.\.)+/, "");
  return ["dist", "dist-preview"].map((folder) => join(root, folder, clean)).find((file) => existsSync(file) && statSync(file).isFile());
}

/** Starts on the wanted port, or on any free one where that is taken. @returns the server and its address */
export function startPreviewServer(port = 3000) {
  const server = createServer((request, response) => {
    const file = locate(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-cache" });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) resolve(startPreviewServer(0));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve({ server, address: `http://localhost:${server.address().port}/preview.html` }));
  });
}
