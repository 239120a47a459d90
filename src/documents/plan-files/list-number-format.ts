const DIGITS = "〇一二三四五六七八九";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const FINANCIAL = "零壹贰叁肆伍陆柒捌玖";
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** How each `w:numFmt` writes a number (ISO/IEC 29500-1, 17.18.59). A format that is not listed writes decimal. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => "",
  bullet: () => "",
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? String.fromCodePoint(0x2487 + value) : `${value}.`),
  ideographEnclosedCircle: (value) => (value <= 10 ? String.fromCodePoint(0x327f + value) : chinese(value)),
  upperLetter: (value) => letters(value, 65),
  lowerLetter: (value) => letters(value, 97),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(""),
  japaneseDigitalTenThousand: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(""),
  chineseLegalSimplified: (value) => counted(value, FINANCIAL, "拾佰仟", false),
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
};

/**
 * Writes a list number in a numbering format.
 * @param value 0 or more
 * @param format a name of ISO/IEC 29500-1, 17.18.59: `chineseCounting`
 */
export function formatListNumber(value: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return write && (value >= 1 || format === "bullet" || format === "none") ? write(value) : String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function circled(value: number): string {
  if (value <= 20) return String.fromCodePoint(0x245f + value);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value);
}

/** a…z, then aa, bb…: Word repeats the letter. */
function letters(value: number, first: number): string {
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(20, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  if (value > 4999) return String(value);
  let rest = value;
  let written = "";
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }
  }
  return written;
}

function chinese(value: number): string {
  return counted(value, DIGITS.replace("〇", "零"), "十百千", true);
}

/**
 * Chinese counting up to 9999, decimal above.
 * @param digits the characters for 0 to 9
 * @param places the characters for ten, hundred and thousand
 * @param short drops the leading 一 of ten to nineteen
 */
function counted(value: number, digits: string, places: string, short: boolean): string {
  if (value > 9999) return String(value);
  const figures = [...String(value)].map(Number);
  let written = "";
  let gap = false;
  figures.forEach((figure, k) => {
    const place = figures.length - 1 - k;
    if (figure === 0) {
      gap = written !== "";
      return;
    }
    written += (gap ? digits[0] : "") + digits[figure]! + (place > 0 ? places[place - 1]! : "");
    gap = false;
  });
  return short && value >= 10 && value < 20 ? written.slice(1) : written;
}
