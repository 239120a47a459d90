import { createReadStream, existsSync, statSync } from "node:fs";
import { normalize } from "node:path";
import files from "./files.cjs";

/** The file's path below the site's root, without a leading slash, whatever the address contains. */
export const pathOf = (address) =>
  normalize(decodeURIComponent(new URL(address, "http://localhost").pathname)).replace(/^([/\\]|\.\.)+/, "");

export const isFile = (file) => existsSync(file) && statSync(file).isFile();

/**
 * Answers with a file of the site, with the headers that web.config and nginx.conf set. With `policed` false, the
 * content security policy is left out.
 */
export function send(response, file, policed = true) {
  const { "Content-Security-Policy": policy, ...headers } = files.headersOf(file);
  response.writeHead(200, policed ? { ...headers, "Content-Security-Policy": policy } : headers);
  createReadStream(file).pipe(response);
}
