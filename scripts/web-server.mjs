// Serves the built site as the office's web server would: `npm start`, and the tests in the browser.
import { createServer } from "node:http";
import { join } from "node:path";
import folders from "./site/folders.cjs";
import { isFile, pathOf, send } from "./site/serve.mjs";

/**
 * Starts on the wanted port, or on any free one where that is taken. @param site the folder to serve @returns the
 * server and the web edition's address
 */
export function startWebServer(port = 3000, site = folders.preview) {
  const server = createServer((request, response) => {
    const file = join(site, pathOf(request.url) || "web.html");
    if (isFile(file)) send(response, file);
    else response.writeHead(404).end();
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) resolve(startWebServer(0, site));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () =>
      resolve({ server, address: `http://localhost:${server.address().port}/web.html` }),
    );
  });
}
