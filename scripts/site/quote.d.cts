export declare function forXml(text: string): string;
export declare function forNginx(text: string): string;
