/** What a command is told and cannot do; `message` is one Chinese sentence for the user. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
