// Runs a command of src/cli: `node scripts/command.mjs matrix FILE OUT.xlsx`. Each command is bundled into one file,
// again whenever a source has changed: transpiling at each start took a second longer and read a thousand files.
import { createRequire } from "node:module";
import { argv, execPath } from "node:process";
import { builtCommand } from "./command/build.mjs";

const [, , name, ...args] = argv;
const file = await builtCommand(name);
process.argv = [execPath, file, ...args];
createRequire(import.meta.url)(file);
