import type { Random } from "./random";

/** One slip of a hand, a scanner or a program that changes a text. */
export interface Mutation {
  id: string;
  mutate(text: string, random: Random): string;
}

/** A random place where a pattern matches; undefined if there is none. */
function place(text: string, pattern: RegExp, random: Random): RegExpMatchArray | undefined {
  const all = [...text.matchAll(pattern)];
  return all.length > 0 ? random.pick(all) : undefined;
}

const without = (text: string, at: number, length = 1): string => text.slice(0, at) + text.slice(at + length);
const withMore = (text: string, at: number, more: string): string => text.slice(0, at) + more + text.slice(at);

function atPlace(
  pattern: RegExp,
  change: (text: string, at: number, found: string, random: Random) => string,
): Mutation["mutate"] {
  return (text, random) => {
    const found = place(text, pattern, random);
    return found ? change(text, found.index!, found[0], random) : text;
  };
}

export const MUTATIONS: readonly Mutation[] = [
  { id: "a character dropped", mutate: (text, random) => without(text, random.int(0, text.length - 1)) },
  {
    id: "a character doubled",
    mutate: (text, random) => ((at) => withMore(text, at, text[at]!))(random.int(0, text.length - 1)),
  },
  { id: "a bracket lost", mutate: atPlace(/[（）()【】]/g, (text, at) => without(text, at)) },
  { id: "a line break inserted", mutate: (text, random) => withMore(text, random.int(1, text.length - 1), "\n") },
  { id: "a line break lost", mutate: atPlace(/\n/g, (text, at) => without(text, at)) },
  {
    id: "a number misprinted",
    mutate: atPlace(
      /(?<=^|\n)[\s\u3000]*\d+(?=[.．、])/g,
      (text, at, found, random) =>
        text.slice(0, at) + found.replace(/\d+/, String(random.int(1, 40))) + text.slice(at + found.length),
    ),
  },
  {
    id: "a number's mark lost",
    mutate: atPlace(/(?<=(?:^|\n)[\s\u3000]*\d+)[.．、]/g, (text, at) => without(text, at)),
  },
  { id: "a colon lost", mutate: atPlace(/[：:]/g, (text, at) => without(text, at)) },
  { id: "a full stop lost", mutate: atPlace(/。/g, (text, at) => without(text, at)) },
  { id: "a tab lost", mutate: atPlace(/\t/g, (text, at) => without(text, at)) },
];
