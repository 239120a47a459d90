import { describeFaults } from "./fault-suite";

jest.setTimeout(300_000);

describeFaults(1);
