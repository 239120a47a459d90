/* eslint-disable no-console -- pdf.js writes to the console by itself; this file keeps its remarks off it. */
/** pdf.js warns while loading that it cannot draw. Only text is read here. */
const CANNOT_DRAW = /Cannot (?:load "@napi-rs\/canvas"|polyfill `(?:DOMMatrix|ImageData|Path2D)`)/;

let loading: Promise<unknown> | undefined;

/**
 * Loads pdf.js in Node without its drawing library. Provides the one class that pdf.js instantiates while loading, and
 * keeps its warnings about drawing, and only these, off the console.
 * @param load imports pdf.js; called once, whatever is passed later
 */
export function loadWithoutCanvas<T>(load: () => Promise<T>): Promise<T> {
  loading ??= quietly(load);
  return loading as Promise<T>;
}

async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const scope = globalThis as { DOMMatrix?: unknown };
  scope.DOMMatrix ??= class DOMMatrix {};
  const { warn, log } = console;
  const unless =
    (write: typeof console.warn) =>
    (...values: unknown[]): void => {
      if (!CANNOT_DRAW.test(String(values[0]))) write.apply(console, values);
    };
  console.warn = unless(warn);
  console.log = unless(log);
  try {
    return await load();
  } finally {
    console.warn = warn;
    console.log = log;
  }
}
