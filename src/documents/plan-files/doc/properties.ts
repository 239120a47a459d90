import { SPRM, sprmsOf, type Sprm } from "./sprms";

/** Properties of a paragraph; absent where nothing sets them. */
export interface ParagraphProperties {
  /** The number of its list; 0 for none. */
  list?: number;
  level?: number;
  isInTable?: boolean;
  /** How many tables it is nested in. Absent in files of Word 97, which has no nested tables. */
  depth?: number;
  /** Whether its mark ends a table row, or the cell or row of a nested table. */
  endsRow?: boolean;
  endsInnerCell?: boolean;
  endsInnerRow?: boolean;
  /** Offset of further properties in the Data stream. */
  moreAt?: number;
  /** The modifiers that define a table row's cells. */
  rowModifiers?: Sprm[];
}

/** Properties of characters; absent where nothing sets them. */
export interface CharacterProperties {
  isDeleted?: boolean;
  isHidden?: boolean;
  /** Hidden relative to the style: as the style says, or the opposite. */
  hiddenAsStyle?: "same" | "opposite";
  style?: number;
  isSpecial?: boolean;
  symbol?: { font: number; code: number };
}

const ROW_SPRMS: ReadonlySet<number> = new Set([SPRM.rowCells, SPRM.mergeDown, SPRM.mergeAcross, SPRM.splitAcross]);

type Readers<T> = Readonly<Record<number, (operand: Sprm["operand"]) => T>>;

const PARAGRAPH: Readers<ParagraphProperties> = {
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

const CHARACTER: Readers<CharacterProperties> = {
  [SPRM.deleted]: (operand) => ({ isDeleted: operand.u8(0) === 1 }),
  [SPRM.hidden]: (operand) => hidden(operand.u8(0)),
  [SPRM.charStyle]: (operand) => ({ style: operand.u16(0) }),
  [SPRM.special]: (operand) => ({ isSpecial: operand.u8(0) === 1 }),
  [SPRM.symbol]: (operand) => ({ symbol: { font: operand.u16(0), code: operand.u16(2) } }),
};

/** Applies a list of modifiers to a paragraph's properties. */
export function paragraphPropertiesOf(modifiers: Uint8Array): ParagraphProperties {
  const properties: ParagraphProperties = {};
  for (const sprm of sprmsOf(modifiers)) {
    if (ROW_SPRMS.has(sprm.code)) (properties.rowModifiers ??= []).push(sprm);
    else Object.assign(properties, PARAGRAPH[sprm.code]?.(sprm.operand));
  }
  return properties;
}

/** Applies a list of modifiers to character properties. */
export function characterPropertiesOf(modifiers: Uint8Array): CharacterProperties {
  const properties: CharacterProperties = {};
  for (const { code, operand } of sprmsOf(modifiers)) Object.assign(properties, CHARACTER[code]?.(operand));
  return properties;
}

function hidden(value: number): CharacterProperties {
  if (value === 0x80) return { hiddenAsStyle: "same" };
  return value === 0x81 ? { hiddenAsStyle: "opposite" } : { isHidden: value === 1 };
}
