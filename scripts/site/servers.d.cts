export declare function webConfig(officeJs: string, hashed: readonly string[]): string;
export declare function nginxConf(officeJs: string, url: string): string;
