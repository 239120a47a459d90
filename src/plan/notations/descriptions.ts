import { sentence, type Sentence } from "../sentence";
import { NOTATIONS } from "./table";

/** What is read otherwise than by a row of the table. */
const OTHERS: Readonly<Record<string, Sentence>> = {
  table: sentence("按表格中单位所在的列"),
  taught: sentence("按您指定的写法"),
  "by-hand": sentence("由您指定"),
};

const said = new Map(NOTATIONS.map(({ id, description: words }) => [id, words]));

/** In words for the user, by which way of writing something was read; the id itself where it has none. */
export const descriptionOf = (notation: string): Sentence =>
  said.get(notation) ?? OTHERS[notation] ?? sentence("{{id}}", { id: notation });
