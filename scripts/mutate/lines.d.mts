export function sourcesIn(root: string, folder: string): string[];
export function drawnLines(root: string, folder: string, count: number, seed: number): string[];
