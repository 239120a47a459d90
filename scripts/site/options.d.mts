export declare const unserved: readonly { example: string; is(url: URL): boolean; why: string }[];
export declare function siteOptions(args: string[]): { url?: string; officejs: string; quick: boolean };
