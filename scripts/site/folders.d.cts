export declare function folderFor(url?: string): string;
export declare const preview: string;
