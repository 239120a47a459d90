import { readPlan } from "../../src/plan";
import { hostileTexts } from "./hostile";
import type { Figure } from "./index";
import { median, rounded, timed } from "./measure";
import { renderedFigures } from "./rendered";
import { seedText } from "./seed";

const runs = 15;
/** How many times longer the long texts are. */
const growth = 100;
/** The length of a short hostile text: long enough that the fixed cost of reading does not hide what grows. */
const hostileLength = 2_000;

/** Measures how fast plans are read, and whether time grows linearly with length. */
export async function measureReading(): Promise<Figure[]> {
  const text = seedText();
  await perCharacter(text, runs);
  const one = await perCharacter(text, runs);
  const ten = await perCharacter(repeated(text, 10), 3);
  const hundred = await perCharacter(repeated(text, growth), 1);
  let worst = { ratio: 0, name: "" };
  for (const [name, unit] of hostileTexts) {
    const short = await perCharacter(unit.repeat(Math.ceil(hostileLength / unit.length)), 9);
    const long = await perCharacter(unit.repeat(Math.ceil((hostileLength * growth) / unit.length)), 1);
    if (long / short > worst.ratio) worst = { ratio: long / short, name };
  }
  return [
    {
      key: "read.charsPerMs",
      value: rounded(1 / one),
      meaning: "characters of the bundled plan read in a millisecond",
    },
    {
      key: "read.growth10",
      value: rounded(ten / one, 3),
      meaning: "time per character of a plan 10 times as long ÷ of the plan",
    },
    {
      key: "read.growth100",
      value: rounded(hundred / one, 3),
      meaning: "time per character of a plan 100 times as long ÷ of the plan",
    },
    {
      key: "read.hostileGrowth",
      value: rounded(worst.ratio, 3),
      meaning: `the same for the worst of ${hostileTexts.length} hostile texts (${worst.name})`,
    },
    ...renderedFigures(),
  ];
}

/** The plan repeated, with its title only once; chapters are numbered on, as in a plan with many annexes. */
const repeated = (text: string, times: number): string =>
  text + `\n${text.slice(text.indexOf("\n") + 1)}`.repeat(times - 1);

/** Milliseconds per character, the median of some runs. */
async function perCharacter(text: string, times: number): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < times; run++) all.push(await timed(() => readPlan(text)));
  return median(all) / text.length;
}
