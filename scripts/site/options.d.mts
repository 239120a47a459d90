export declare const usage: string;
export declare function siteOptions(args: string[]): { url?: string; officejs: string; preview: boolean };
