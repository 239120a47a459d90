export declare function lackingForExcel(machine?: {
  platform?: string;
  hasExcel?: Record<string, () => boolean>;
}): string | undefined;
export declare function portTrouble(code: string, port: number): string;
