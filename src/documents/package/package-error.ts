/** Why a zip package of XML parts (.docx, .xlsx) cannot be read. */
export type PackageProblem = "corrupt" | "password" | "zipBomb" | "unsafeXml";

export class PackageError extends Error {
  override readonly name = "PackageError";

  constructor(readonly code: PackageProblem) {
    super(code);
  }
}
