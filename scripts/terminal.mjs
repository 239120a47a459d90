// Handles errors of the npm commands in the terminal.

/** Ignores a closed output (`| head`). */
export function goOnUnread() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** An error that the user can fix. `message` is one sentence. */
export class Mistake extends Error {}

/**
 * Prints errors that the user can fix, including those of the system, as one sentence. Faults of the program keep their
 * stack trace.
 */
export function endWith(error) {
  const isTold = error instanceof Mistake || (error.code !== undefined && error.syscall !== undefined);
  console.error(isTold ? error.message : error.stack);
  process.exit(1);
}
