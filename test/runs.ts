/**
 * How many cases a property is tried with: all of them, or fewer where suites run over and over, once for each change
 * of `npm run mutate`.
 */
export const runs = (usual: number): number => Math.ceil(usual * Number(process.env.SHARE_OF_RUNS ?? 1));
