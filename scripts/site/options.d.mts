export declare function siteOptions(args: string[]): { url?: string; officejs: string; preview: boolean };
