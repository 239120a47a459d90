import { IConfigService } from "@univerjs/core";
import { ENGINE_FORMULA_PLUGIN_CONFIG_KEY, IFormulaDependencyGenerator } from "@univerjs/engine-formula";
import type { Grid } from "./grid";

/** How long work goes on before it pauses for the page, ms: half of what a user notices. */
const longest = 50;
/** After how many formulas Univer pauses. Its default of 500 can take seconds. */
const formulasAtATime = 8;

/**
 * For work in many steps. The returned function is awaited between steps: it pauses to keep the page responsive if the
 * work has gone on for too long, and is undefined otherwise.
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
 * Makes Univer's calculation pause for the page: between formulas, both while it determines dependencies and while it
 * calculates.
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
