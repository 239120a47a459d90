export declare function manifestFor(text: string, url?: string): string;
