import { describeWalks } from "./walk-suite";

jest.setTimeout(900_000);

describeWalks(1);
