import { presses } from "./fault-run";
import { describeFaults } from "./fault-suite";

jest.setTimeout(300_000);

// Every other press, so that two test files share the time.
describeFaults(presses.filter((_, index) => index % 2 === 0));
