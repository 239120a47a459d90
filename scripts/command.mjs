// Runs a command of src/cli: `node scripts/command.mjs matrix FILE OUT.xlsx`. The commands are built into one file
// each, when a source of theirs is newer than it: transpiled at each start, they took a second longer, and read a
// thousand files.
import { createRequire } from "node:module";
import { argv, execPath } from "node:process";
import { builtCommand } from "./command/build.mjs";

const [, , name, ...args] = argv;
const file = await builtCommand(name);
process.argv = [execPath, file, ...args];
createRequire(import.meta.url)(file);
