import { createReadStream, existsSync, statSync } from "node:fs";
import { normalize } from "node:path";
import files from "./files.cjs";

/** The file's place below the site's root, whatever an address tries; without a slash at its beginning. */
export const pathOf = (address) =>
  normalize(decodeURIComponent(new URL(address, "http://localhost").pathname)).replace(/^([/\\]|\.\.)+/, "");

export const isFile = (file) => existsSync(file) && statSync(file).isFile();

/**
 * Answers with a file of the site as web.config and nginx.conf have it answered; `policed` false leaves the policy
 * away.
 */
export function send(response, file, policed = true) {
  const { "Content-Security-Policy": policy, ...headers } = files.headersOf(file);
  response.writeHead(200, policed ? { ...headers, "Content-Security-Policy": policy } : headers);
  createReadStream(file).pipe(response);
}
