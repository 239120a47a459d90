import { SPRM, sprmsOf, type Sprm } from "./sprms";

/** What is said of a paragraph; absent where nothing is. */
export interface ParagraphProperties {
  /** The number of its list, 0 for none. */
  list?: number;
  level?: number;
  isInTable?: boolean;
  /** How many tables it stands in; absent in files of Word 97, whose tables are not nested. */
  depth?: number;
  /** Its mark ends a table row, or the cell or row of a table within a table. */
  endsRow?: boolean;
  endsInnerCell?: boolean;
  endsInnerRow?: boolean;
  /** Where more is said, in the stream of data. */
  moreAt?: number;
  /** Modifiers of a row: its cells. */
  rowModifiers?: Sprm[];
}

/** What is said of characters. */
export interface CharacterProperties {
  isDeleted?: boolean;
  isHidden?: boolean;
  /** Asks the style: the same as it says, or the opposite. */
  hiddenAsStyle?: "same" | "opposite";
  style?: number;
  isSpecial?: boolean;
  symbol?: { font: number; code: number };
}

const ROW_SPRMS: ReadonlySet<number> = new Set([SPRM.rowCells, SPRM.mergeDown, SPRM.mergeAcross, SPRM.splitAcross]);

type Says<T> = Readonly<Record<number, (operand: Sprm["operand"]) => T>>;

const PARAGRAPH: Says<ParagraphProperties> = {
  [SPRM.list]: (operand) => ({ list: operand.i16(0) }),
  [SPRM.level]: (operand) => ({ level: operand.u8(0) }),
  [SPRM.inTable]: (operand) => ({ isInTable: operand.u8(0) === 1 }),
  [SPRM.depth]: (operand) => ({ depth: operand.u32(0) }),
  [SPRM.rowEnd]: (operand) => ({ endsRow: operand.u8(0) === 1 }),
  [SPRM.innerCellEnd]: (operand) => ({ endsInnerCell: operand.u8(0) === 1 }),
  [SPRM.innerRowEnd]: (operand) => ({ endsInnerRow: operand.u8(0) === 1 }),
  [SPRM.farProperties]: (operand) => ({ moreAt: operand.u32(0) }),
  [SPRM.farPropertiesOld]: (operand) => ({ moreAt: operand.u32(0) }),
  [SPRM.farTableProperties]: (operand) => ({ moreAt: operand.u32(0) }),
};

const CHARACTER: Says<CharacterProperties> = {
  [SPRM.deleted]: (operand) => ({ isDeleted: operand.u8(0) === 1 }),
  [SPRM.hidden]: (operand) => hidden(operand.u8(0)),
  [SPRM.charStyle]: (operand) => ({ style: operand.u16(0) }),
  [SPRM.special]: (operand) => ({ isSpecial: operand.u8(0) === 1 }),
  [SPRM.symbol]: (operand) => ({ symbol: { font: operand.u16(0), code: operand.u16(2) } }),
};

/** What a list of modifiers says of a paragraph. */
export function paragraphPropertiesOf(list: Uint8Array): ParagraphProperties {
  const said: ParagraphProperties = {};
  for (const sprm of sprmsOf(list)) {
    if (ROW_SPRMS.has(sprm.code)) (said.rowModifiers ??= []).push(sprm);
    else Object.assign(said, PARAGRAPH[sprm.code]?.(sprm.operand));
  }
  return said;
}

/** What a list of modifiers says of characters. */
export function characterPropertiesOf(list: Uint8Array): CharacterProperties {
  const said: CharacterProperties = {};
  for (const { code, operand } of sprmsOf(list)) Object.assign(said, CHARACTER[code]?.(operand));
  return said;
}

function hidden(value: number): CharacterProperties {
  if (value === 0x80) return { hiddenAsStyle: "same" };
  return value === 0x81 ? { hiddenAsStyle: "opposite" } : { isHidden: value === 1 };
}
