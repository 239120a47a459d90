/**
 * What the build says of the site: a name that changes with any of its files, and their paths below the site's address.
 */
export interface Site {
  version: string;
  files: readonly string[];
}

const prefix = "matrix-";

export const cacheOf = ({ version }: Site): string => prefix + version;

/** A name with a checksum in it: what is under one never changes. */
const hashed = /\.[0-9a-f]{8}\.(?:js|css)$/;
export const isHashed = (path: string): boolean => hashed.test(path);

/**
 * The kept file that answers an address, or undefined where it is not ours to answer: another site's, a page for Excel,
 * what only the web server has. What stands behind `?` and `#` is for the page, not for the file.
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
 * The caches to be thrown away when a version begins: all of ours but its own and the one before, whose scripts a tab
 * may still ask for.
 */
export function staleCaches(names: readonly string[], current: string): string[] {
  const ours = names.filter((name) => name.startsWith(prefix) && name !== current);
  return ours.slice(0, -1);
}
