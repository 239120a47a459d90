/** Why a container file (zip package, compound file) or an XML part cannot be read. */
export type PackageProblem = "corrupt" | "password" | "zipBomb" | "unsafeXml";

/** Thrown for a container file or XML part that cannot be read. `code` says why. */
export class PackageError extends Error {
  override readonly name = "PackageError";

  constructor(readonly code: PackageProblem) {
    super(code);
  }
}
