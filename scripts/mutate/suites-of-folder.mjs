/**
 * The part of jest's configuration by which a change is tried on the suites of test/FOLDER that reach the changed file.
 * Jest follows imports only through the folders it is given: with the suites' own folder alone, a file that they reach
 * by way of another folder has no suite, and each change in it passes for one that nobody noticed.
 */
export function suitesIn(folder) {
  return {
    roots: ["<rootDir>/src", "<rootDir>/test"],
    testMatch: ["ts", "tsx"].map((extension) => `<rootDir>/test/${folder}/**/*.test.${extension}`),
  };
}
