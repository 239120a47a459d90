export declare const usage: string;
export declare const unserved: readonly { example: string; is(url: URL): boolean; why: string }[];
export declare function siteOptions(
  args: string[],
  environment?: Readonly<Record<string, string | undefined>>,
): { url?: string; officejs: string; quick: boolean };
