/** A command cannot do what it was asked to. `message` is one Chinese sentence for the user. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
