import { faultsOf, undisturbed, type NamedPress } from "./fault-run";

/** Every fault in every one of the presses. */
export function describeFaults(presses: readonly NamedPress[]): void {
  let cases = 0;
  let met = 0;
  let lost = 0;

  describe("a run of which any request fails, pressed again, comes to what an undisturbed one does", () => {
    it.each(presses.map(({ name, make }, index) => [name, make, index] as const))("%s", async (_, make, index) => {
      const calm = await undisturbed(make);
      expect(calm.requests).toBeGreaterThan(1);
      for await (const { fault, error, lost: missing, again, state } of faultsOf(make, calm, index)) {
        cases++;
        if (error) met++;
        lost += missing.length;
        if (error) expect(error).toMatchObject({ name: "ExcelFailure", userMessage: expect.stringMatching(/再|重试/) });
        expect([fault, missing]).toEqual([fault, []]);
        expect([fault, again]).toEqual([fault, undefined]);
        expect([fault, state]).toEqual([fault, calm.state]);
      }
    });

    afterAll(() => {
      process.stdout.write(
        `sync faults: ${presses.length} scenarios, ${cases} faults, ${met} of them met the run, ${lost} losses\n`,
      );
    });
  });
}
