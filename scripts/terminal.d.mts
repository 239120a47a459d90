export declare function goOnUnread(): void;
export declare class Mistake extends Error {}
export declare function endWith(error: unknown): never;
