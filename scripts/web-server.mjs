// Serves the built site as a web server would, for `npm start` and the browser tests.
import { createServer } from "node:http";
import { join } from "node:path";
import folders from "./site/folders.cjs";
import { isFile, pathOf, send } from "./site/serve.mjs";

/**
 * Starts on the wanted port, or on any free one if that is in use.
 * @param site the folder to serve
 * @returns the server, and the web edition's address
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
