export declare function offlineFiles(site: string): { version: string; files: string[] };
export declare function fillServiceWorker(site: string): void;
