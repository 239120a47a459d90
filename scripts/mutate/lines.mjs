import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The source files in src/FOLDER.
 * @returns paths from the project's root, with slashes, sorted
 */
export function sourcesIn(root, folder) {
  return readdirSync(join(root, "src", folder), { recursive: true, encoding: "utf8" })
    .map((file) => `src/${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
}

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function* numbersOf(seed) {
  for (let state = seed >>> 0; ;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/**
 * Whether the line decides something: a comparison, a logical operator, a condition, a calculation or a truth value.
 */
const decides = (line) =>
  /[<>]=?|[=!]==|&&|\|\||\?\?|\?\.|\? |\bif\b|\bwhile\b|[+\-*/%] |\btrue\b|\bfalse\b|!\w|\.(?:some|every|filter|slice|trim|sort|min|max|startsWith|endsWith)\b/.test(
    line,
  );

const isCode = (line) => !/^\s*(?:\/\/|\/?\*|import\b|export \{|\}|$)/.test(line);

/**
 * Draws random lines of src/FOLDER on which something is decided.
 * @returns up to `count` places in Stryker's notation, `file:line-line`
 */
export function drawnLines(root, folder, count, seed) {
  const places = sourcesIn(root, folder).flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (isCode(line) && decides(line) ? [`${file}:${index + 1}-${index + 1}`] : [])),
  );
  const numbers = numbersOf(seed);
  const drawn = [];
  while (drawn.length < count && places.length > 0) {
    const at = Math.floor(numbers.next().value * places.length);
    drawn.push(...places.splice(at, 1));
  }
  return drawn.sort();
}
