export declare const types: Record<string, string>;
export declare const named: RegExp;
export declare const seconds: number;
export declare function headersOf(
  path: string,
  officeJs?: string,
): Record<
  "Content-Type" | "Cache-Control" | "Content-Security-Policy" | "X-Content-Type-Options" | "Referrer-Policy",
  string
>;
