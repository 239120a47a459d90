export declare function siteOptions(args: string[]): { url?: string; officejs: string; quick: boolean };
