export declare const local: string;
export declare function manifestFor(text: string, url?: string): string;
