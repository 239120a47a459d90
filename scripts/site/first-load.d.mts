export declare const budgetKB: number;
export declare function firstLoad(folder: string, page: string): { files: string[]; gzipKB: number };
