import type { AssessmentKind } from "../assessment/report-kind";

/** How an option's value is read: `read` returns undefined for an invalid one, and `must` then says what it must be. */
interface OptionKind<T> {
  must: string;
  /** @param inFolder resolves a path from the user's folder */
  read(text: string, inFolder: (path: string) => string): T | undefined;
}

const reportKinds: ReadonlyMap<string, AssessmentKind> = new Map([
  ["年度", "annual"],
  ["中期", "midterm"],
  ["期末", "final"],
]);

/** Full-width digits, as typed on a Chinese keyboard, are accepted. */
const plain = (text: string): string => text.normalize("NFKC").trim();

const taking = <T>(must: string, read: OptionKind<T>["read"]): OptionKind<T> => ({ must, read });

/** The kinds of values. A `flag` has none; `texts` may be given several times. */
export const valueKinds = {
  text: taking("选项的内容不能是空的", (text) => text.trim() || undefined),
  texts: taking("选项的内容不能是空的", (text) => text || undefined),
  path: taking("选项的内容应是文件或文件夹", (text, inFolder) => (text ? inFolder(text) : undefined)),
  year: taking("年度应是四位数字", (text) => (/^\d{4}$/.test(plain(text)) ? Number(plain(text)) : undefined)),
  month: taking("月份应是 1 到 12", (text) =>
    /^(?:0?[1-9]|1[0-2])$/.test(plain(text)) ? Number(plain(text)) : undefined,
  ),
  reportKind: taking("评估类型应是 年度、中期 或 期末", (text) => reportKinds.get(plain(text))),
};

type ValueKind = keyof typeof valueKinds;

export interface Option {
  kind: ValueKind | "flag";
  meaning: string;
  /** An example of how it is typed. */
  example: string;
}

/** The type of the value of an option of this kind. */
export type ValueOf<K extends Option["kind"]> = K extends "flag"
  ? true
  : K extends "texts"
    ? string[]
    : K extends ValueKind
      ? NonNullable<ReturnType<(typeof valueKinds)[K]["read"]>>
      : never;
