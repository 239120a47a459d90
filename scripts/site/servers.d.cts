export declare function webConfig(officeJs: string, hashed: readonly string[]): string;
export declare function nginxConf(officeJs: string, url: string): string;
export declare function writeServerFiles(site: string, officeJs: string, url?: string): void;
