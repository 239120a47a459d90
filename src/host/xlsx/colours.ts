import { attributesIn, elements } from "./xml";

/**
 * Office's default theme, for workbooks without one: white, black, then in the order of the theme's numbers in a file.
 */
const officeTheme = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];
const themeNames = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
/** The palette of Excel 97, from index 8 on. */
const palette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

export function themeColours(xml: string | undefined): string[] {
  const scheme = elements(xml ?? "", "clrScheme")[0]?.inner;
  if (scheme === undefined) return officeTheme;
  return themeNames.map((name, index) => {
    const inner = elements(scheme, name)[0]?.inner ?? "";
    const { val, lastClr } = attributesIn(inner);
    const found = lastClr ?? val ?? "";
    return /^[\da-f]{6}$/i.test(found) ? found.toUpperCase() : officeTheme[index]!;
  });
}

/** The colour of an element such as `<color rgb="FF1F4E79"/>`, as `#RRGGBB`. */
export function colourOf(
  attributes: Readonly<Record<string, string>> | undefined,
  theme: readonly string[] = officeTheme,
): string | undefined {
  if (!attributes) return undefined;
  const { rgb, indexed, tint } = attributes;
  const plain = rgb
    ? rgb.slice(-6)
    : attributes.theme !== undefined
      ? theme[Number(attributes.theme)]
      : indexed !== undefined
        ? (palette[Number(indexed) - 8] ?? palette[Number(indexed)])
        : undefined;
  if (!plain || !/^[\da-f]{6}$/i.test(plain)) return undefined;
  return `#${tint ? shaded(plain, Number(tint)) : plain.toUpperCase()}`;
}

/** Applies a tint to the lightness of HSL (ECMA-376 part 1, 18.8.19); saturation is preserved as far as possible. */
function shaded(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  const reach = (value: number): number => 1 - Math.abs(2 * value - 1);
  const scale = reach(light) === 0 ? 0 : reach(wanted) / reach(light);
  return channels
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, wanted + (channel - light) * scale)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase();
}

/** Converts `#RGB`, `#RRGGBB` or `rgb(r,g,b)` to the file's `AARRGGBB`. */
export function argb(colour: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  if (parts)
    return `FF${parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`.toUpperCase();
  const hex = colour.replace("#", "");
  return `FF${hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex}`.toUpperCase();
}
