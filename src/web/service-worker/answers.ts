/**
 * The list of the site's files that the build writes: a version that changes with any of them, and their paths below
 * the site's address.
 */
export interface Site {
  version: string;
  files: readonly string[];
}

const prefix = "matrix-";

export const cacheOf = ({ version }: Site): string => prefix + version;

/** File names with a checksum: their content never changes. */
const hashed = /\.[0-9a-f]{8}\.(?:js|css)$/;
export const isHashed = (path: string): boolean => hashed.test(path);

/**
 * The cached file for an address; undefined for addresses of other sites, pages for Excel, and files that only the web
 * server has. Query and fragment are ignored.
 * @param scope the site's address, with `/` at its end
 */
export function fileFor(address: string, scope: string, { files }: Site): string | undefined {
  const url = new URL(address);
  const plain = url.origin + url.pathname;
  if (!plain.startsWith(scope)) return undefined;
  const path = decodeURIComponent(plain.slice(scope.length));
  return files.includes(path) ? path : undefined;
}

/**
 * The caches to delete when a version is activated: all but its own and the previous one, whose scripts open tabs may
 * still request.
 */
export function staleCaches(names: readonly string[], current: string): string[] {
  const ours = names.filter((name) => name.startsWith(prefix) && name !== current);
  return ours.slice(0, -1);
}
