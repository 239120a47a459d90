import { formatAddress, parseAddress, type Area } from "../areas";
import { headersOf } from "../table-headers";
import type { HostSheet, HostTable, HostWorkbook } from "../workbook";
import { withoutControls } from "./cell-xml";
import { mainNamespace, type SheetOrigin } from "./origin";
import { xmlDeclaration } from "./package";
import { attributesOf, attributesXml, childrenOf, isOn, prefixed, withAttributes, XmlPart } from "./xml";

const order = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

/** The state of a table as one text, to find whether it has changed. */
export function tableState(table: HostTable, book: HostWorkbook): string {
  const { name, area, style, showFilterButton, showBandedRows, showBandedColumns, highlightFirstColumn, filters } =
    table;
  return JSON.stringify([
    name,
    formatAddress(area),
    headersOf(table, book),
    style,
    showFilterButton,
    showBandedRows,
    showBandedColumns,
    highlightFirstColumn,
    [...(filters ?? [])],
  ]);
}

/** @returns false for a table without a header row, which the host cannot represent */
export function openTable(
  xml: string,
  path: string,
  sheet: HostSheet,
  book: HostWorkbook,
  origin: SheetOrigin,
): boolean {
  const part = new XmlPart(xml, order);
  const { root } = part;
  if (root.headerRowCount === "0" || !root.ref) return false;
  const area = parseAddress(root.ref);
  const look = attributesOf(part.get("tableStyleInfo") ?? "");
  const filter = part.get("autoFilter");
  const hiddenButtons = childrenOf(filter ?? "").filter((column) => isOn(attributesOf(column.xml).hiddenButton)).length;
  const table: HostTable = {
    id: book.newId("table"),
    name: root.displayName ?? root.name ?? "",
    sheet,
    area: { ...area, rows: area.rows - Number(root.totalsRowCount ?? 0) },
    style: look.name ?? "",
    showFilterButton: filter !== undefined && hiddenButtons < area.columns,
    showBandedRows: isOn(look.showRowStripes),
    showBandedColumns: isOn(look.showColumnStripes),
    highlightFirstColumn: isOn(look.showFirstColumn),
  };
  book.grid.clip(sheet.id, table.area);
  book.tables.push(table);
  book.mirror.table(table);
  origin.tables.set(table.id, { path, state: tableState(table, book) });
  return true;
}

/** The part of a table that is new. */
export const newTable = (id: number): string =>
  `${xmlDeclaration}<table xmlns="${mainNamespace}" id="${id}" name="" displayName="" ref="" totalsRowShown="0"><tableColumns count="0"></tableColumns></table>`;

/** The XML of the table's part with the table's present state; everything else in it is carried over. */
export function savedTable(xml: string, table: HostTable, book: HostWorkbook): string {
  const part = new XmlPart(xml, order);
  const totals = Number(part.root.totalsRowCount ?? 0);
  const ref = formatAddress({ ...table.area, rows: Math.max(2, table.area.rows) + totals });
  const p = part.prefix;
  part.setRaw("tableColumns", columns(part, headersOf(table, book)));
  const known = part.get("autoFilter");
  const body: Area = { ...table.area, rows: Math.max(2, table.area.rows) };
  if (table.showFilterButton) {
    const inside = table.filters?.size
      ? filterColumns(table, book)
      : childrenOf(known ?? "")
          .map((child) => child.xml)
          .filter((child) => !isOn(attributesOf(child).hiddenButton))
          .join("");
    part.setRaw(
      "autoFilter",
      `<${p}autoFilter ref="${formatAddress(body)}">${prefixed(inside, table.filters?.size ? p : "")}</${p}autoFilter>`,
    );
  } else part.setRaw("autoFilter", "");
  const look = {
    name: table.style || undefined,
    showFirstColumn: table.highlightFirstColumn,
    showRowStripes: table.showBandedRows,
    showColumnStripes: table.showBandedColumns,
  };
  const style = part.get("tableStyleInfo");
  part.setRaw(
    "tableStyleInfo",
    style ? withAttributes(style, look) : `<${p}tableStyleInfo${attributesXml({ ...look, showLastColumn: false })}/>`,
  );
  return withAttributes(part.toString(), { name: table.name, displayName: table.name, ref });
}

function columns(part: XmlPart, names: readonly string[]): string {
  const known = childrenOf(part.get("tableColumns") ?? "").map(({ xml }) => ({
    xml,
    ...(attributesOf(xml) as { id?: string; name?: string }),
  }));
  const byName = new Map(
    known.map((column) => [
      column.name?.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
      column,
    ]),
  );
  let next = Math.max(0, ...known.map(({ id }) => Number(id))) + 1;
  const p = part.prefix;
  const written = names.map((name, index) => {
    const same = byName.get(name);
    if (same) return same.xml;
    // Renamed, where no other column has that place.
    const before =
      known.length === names.length && !names.includes(known[index]!.name ?? "") ? known[index] : undefined;
    const stored = withoutControls(name).replace(/\n/g, "_x000a_");
    return before
      ? withAttributes(before.xml, { name: stored })
      : `<${p}tableColumn${attributesXml({ id: next++, name: stored })}/>`;
  });
  return `<${p}tableColumns count="${written.length}">${written.join("")}</${p}tableColumns>`;
}

function filterColumns(table: HostTable, book: HostWorkbook): string {
  const headers = headersOf(table, book);
  const chosen = [...(table.filters ?? [])]
    .map(([name, shown]) => ({ at: headers.indexOf(name), shown }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return chosen
    .map(({ at, shown }) => {
      const values = shown
        .filter((text) => text !== "")
        .map((text) => `<filter${attributesXml({ val: text })}/>`)
        .join("");
      return `<filterColumn colId="${at}"><filters${attributesXml({ blank: shown.includes("") || undefined })}>${values}</filters></filterColumn>`;
    })
    .join("");
}
