import { describeWalks } from "./walk-suite";

jest.setTimeout(1_800_000);

describeWalks(2);
