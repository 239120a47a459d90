import type { Host } from "../../../src/host/node";
import { used } from "./workbooks";

/** A workbook that is closed after the test. */
export const hosts: Host[] = [];

/** The same, closed after the test. */
export async function opened(): Promise<Host> {
  const { host } = await used();
  hosts.push(host);
  return host;
}

afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});
