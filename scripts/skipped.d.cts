export declare function noteSkipped(line: string): void;
export declare function tellSkippedAtTheEnd(): void;
