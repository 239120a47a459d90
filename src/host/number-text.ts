const DAY = 86_400_000;
/** 1970-01-01 as a serial number. */
const EPOCH = 25_569;
const LITERALS = /"([^"]*)"|\\(.)|\[[^\]]*\]/g;

/**
 * Formats a number where Univer's plug-in for number formats is missing, as in Node: dates, percentages and decimals.
 * Other formats are ignored.
 */
export function numberText(value: number, pattern: string): string {
  const bare = pattern.replace(LITERALS, "");
  if (/[ymd]/i.test(bare)) {
    const day = new Date(Math.round((value - EPOCH) * DAY));
    const parts: Readonly<Record<string, number>> = {
      y: day.getUTCFullYear(),
      m: day.getUTCMonth() + 1,
      d: day.getUTCDate(),
    };
    return pattern.replace(/"([^"]*)"|\\(.)|\[[^\]]*\]|y+|m+|d+/gi, (token, quoted?: string, escaped?: string) => {
      const part = parts[token[0]!.toLowerCase()];
      return quoted ?? escaped ?? (part === undefined ? "" : String(part).padStart(token.length === 2 ? 2 : 1, "0"));
    });
  }
  const decimals = /\.(0+)/.exec(bare)?.[1]!.length ?? 0;
  if (bare.includes("%")) return `${(value * 100).toFixed(decimals)}%`;
  return /^[#,]*0(?:\.0+)?$/.test(bare) ? value.toFixed(decimals) : String(value);
}
