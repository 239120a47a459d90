// How the npm commands end in the terminal.

/** Whoever reads the output may have seen enough (`| head`): that is no fault. */
export function goOnUnread() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** What somebody at the terminal can mend. `message` is one sentence. */
export class Mistake extends Error {}

/**
 * What can be mended is told in one sentence: a mistake, or what the system refuses. A fault of the program keeps its
 * place in the code.
 */
export function endWith(error) {
  const isTold = error instanceof Mistake || (error.code !== undefined && error.syscall !== undefined);
  console.error(isTold ? error.message : error.stack);
  process.exit(1);
}
