export function suitesIn(folder: string): { roots: string[]; testMatch: string[] };
