/** A stand-in for Excel that only notes what is queued, in order: settings, and calls that change something. */
export function noted(): {
  context: Excel.RequestContext;
  sheet: Excel.Worksheet;
  table: Excel.Table;
  notes: string[];
} {
  const notes: string[] = [];
  const told = (value: unknown): string =>
    value === undefined ? "" : typeof value === "function" ? String(value) : JSON.stringify(value);
  const at = (path: string): object =>
    new Proxy(() => undefined, {
      get: (_, key) => (typeof key === "symbol" || key === "toString" ? () => path : at(`${path}.${key}`)),
      set: (_, key, value) => {
        notes.push(`${path}.${String(key)} = ${told(value)}`);
        return true;
      },
      apply: (_, __, args: unknown[]) => {
        const name = path.slice(path.lastIndexOf(".") + 1);
        const owner = path.slice(0, path.lastIndexOf("."));
        if (name === "getRangeByIndexes") return at(`[${args.join(" ")}]`);
        if (name === "untrack") return at(owner);
        const call = `${path}(${args.map(told).join(", ")})`;
        if (!/^(get|load)/.test(name)) notes.push(call);
        return at(call);
      },
    });
  return {
    context: at("context") as Excel.RequestContext,
    sheet: at("sheet") as Excel.Worksheet,
    table: at("table") as Excel.Table,
    notes,
  };
}

/** Office's answer to which version of its API is there, as the global that the add-in asks. */
export function excelApi(minor: number): void {
  const isSetSupported = (_: string, version: string): boolean => Number(version.split(".")[1]) <= minor;
  Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported } } } });
}
