import { IConfigService } from "@univerjs/core";
import { ENGINE_FORMULA_PLUGIN_CONFIG_KEY, IFormulaDependencyGenerator } from "@univerjs/engine-formula";
import type { Grid } from "./grid";

/** So long work goes on before the page gets a breath, ms: half of what one notices. */
const longest = 50;
/** Univer waits after so many formulas by itself; its own 500 are seconds. */
const formulasAtATime = 8;

/**
 * For work in many steps: what is awaited between two of them lets the page answer whenever the work has gone on for
 * long.
 */
export function pagePauses(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < longest) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        begun = performance.now();
        resolve();
      }, 0),
    );
  };
}

/**
 * Has Univer's calculation let the page answer: between formulas while it finds out what depends on what, and while it
 * works them out.
 */
export function pauseWhileCalculating({ univer }: Grid, pauseForPage: () => Promise<void> | undefined): void {
  (univer._injector.get(IConfigService) as IConfigService).setConfig(
    ENGINE_FORMULA_PLUGIN_CONFIG_KEY,
    { intervalCount: formulasAtATime },
    { merge: true },
  );
  const generator = univer._injector.get(IFormulaDependencyGenerator) as {
    _getRangeListByNode(node: unknown): Promise<unknown>;
  };
  const ranges = generator._getRangeListByNode.bind(generator);
  generator._getRangeListByNode = async (node) => {
    await pauseForPage();
    return ranges(node);
  };
}
