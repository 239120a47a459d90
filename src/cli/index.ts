/** `npm run plan|matrix|forms|collect|lists|report -- …`: the command that is named first, with the words behind it. */
import { commandNames, type CommandName } from "./commands";
import { runCommand } from "./run-command";

/** Whoever reads the output may have seen enough (`| head`): that is no fault, and what is being written is written. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const [name, ...args] = process.argv.slice(2);
if (commandNames.includes(name as CommandName)) {
  void runCommand(name as CommandName, args);
} else {
  process.stderr.write(`没有“${name ?? ""}”这个命令，可以用的有 ${commandNames.join("、")}\n`);
  process.exitCode = 1;
}
