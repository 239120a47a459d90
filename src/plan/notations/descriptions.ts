import { sentence, type Sentence } from "../sentence";
import { NOTATIONS } from "./table";

/** Descriptions for what is read without a row of the table. */
const OTHERS: Readonly<Record<string, Sentence>> = {
  table: sentence("按表格中单位所在的列"),
  taught: sentence("按您指定的写法"),
  "by-hand": sentence("由您指定"),
};

const descriptions = new Map(NOTATIONS.map(({ id, description: words }) => [id, words]));

/** Describes to the user how something was read; the id itself if there is no description. */
export const descriptionOf = (notation: string): Sentence =>
  descriptions.get(notation) ?? OTHERS[notation] ?? sentence("{{id}}", { id: notation });
