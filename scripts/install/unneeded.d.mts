/** Files of packages that nothing here ever opens; paths are within the nearest `node_modules`. */
export const unneeded: { what: string; pattern: RegExp; goes: string; stays: string }[];
export function isUnneeded(path: string): boolean;
export function removeUnneeded(folder: string): void;
