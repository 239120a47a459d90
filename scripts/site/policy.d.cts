export declare const officeJsSources: Record<string, string>;
export declare function policy(officeJs: string): string;
export declare function headerPolicy(officeJs: string): string;
