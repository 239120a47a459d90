// Serves the built site with the preview beside it. Only what the preview adds differs from what Excel gets: its own
// page, and at the one address from which the pages take Office.js a stand-in that talks to the embedded host.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isFile, pathOf, send } from "./site/serve.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
function locate(path) {
  if (path === "officejs/office.js") return join(root, "dist-preview", "office-stub.js");
  if (path === "officejs/excel-web-16.00.js") return createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  return ["dist", "dist-preview"].map((folder) => join(root, folder, path || "preview.html")).find(isFile);
}

/** Starts on the wanted port, or on any free one where that is taken. @returns the server and its address */
export function startPreviewServer(port = 3000) {
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    const file = locate(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    // The spreadsheet around the pane is no part of the site, and does what the site's policy forbids.
    send(response, file, !file.endsWith("preview.html"));
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) resolve(startPreviewServer(0));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve({ server, address: `http://localhost:${server.address().port}/preview.html` }));
  });
}
