import { generateMatrix } from "../../src/excel/generate";
import type { Host } from "../../src/host/node";
import type { Plan } from "../../src/plan/model";
import { plan } from "../plans";
import { calculatedOnce, openWorkbook } from "./workbook";

/** Opens an empty workbook before each test and closes it afterwards. */
export function withWorkbook(use: (host: Host) => void): void {
  let host: Host | undefined;
  beforeEach(() => use((host = openWorkbook())));
  afterEach(() => host?.dispose());
}

/**
 * The same with the matrix of a plan in it. Its formulas are calculated only once, which saves a quarter of the time.
 */
export function withMatrix(use: (host: Host) => void, of: Plan = plan(), year = 2023): void {
  let host: Host | undefined;
  beforeEach(async () => {
    const opened = openWorkbook();
    host = opened;
    await calculatedOnce(opened, () => generateMatrix(of, year));
    use(opened);
  });
  afterEach(() => host?.dispose());
}
