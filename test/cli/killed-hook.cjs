/**
 * Loaded into a process before its program (`node --require`). It counts what the program does to the files of a folder;
 * at a chosen step the process is killed, or finds the disk full.
 *   WATCHED   the folder
 *   LOGGED    a file outside it that gets a line for each step: what was done, and to which names
 *   AT        the step at which it happens, from 0
 *   HOW       kill · half (killed with half of the file written or copied) · full (half of it, then ENOSPC)
 */
const fs = require("node:fs");
const { basename, resolve, sep } = require("node:path");

const real = { ...fs };
const watched = resolve(process.env.WATCHED) + sep;
const at = Number(process.env.AT ?? -1);
const how = process.env.HOW ?? "kill";
const open = new Map();
let count = 0;
/** Some of these functions call others of them. */
let inside = false;

const isWatched = (path) => typeof path === "string" && resolve(path).startsWith(watched);
const namesOf = (args) =>
  args.flatMap((arg) => (isWatched(arg) ? [basename(arg)] : open.has(arg) ? [open.get(arg)] : []));
const changes = [
  "openSync",
  "writeSync",
  "fsyncSync",
  "closeSync",
  "chmodSync",
  "copyFileSync",
  "renameSync",
  "rmSync",
  "unlinkSync",
  "writeFileSync",
  "truncateSync",
];
/** Functions that need room on the disk. */
const needsRoom = ["openSync", "writeSync", "fsyncSync", "closeSync", "copyFileSync", "renameSync", "writeFileSync"];

function byHalf(name, args) {
  if (name === "writeSync") real.writeSync(args[0], args[1], 0, Math.floor(args[1].length / 2));
  if (name === "copyFileSync") real.writeFileSync(args[1], real.readFileSync(args[0]).subarray(0, 3));
  if (name === "writeFileSync") real.writeFileSync(args[0], "", args[2]);
}

for (const name of changes) {
  fs[name] = (...args) => {
    const names = namesOf(args);
    // Reading does not count as a step.
    if (inside || names.length === 0 || (name === "openSync" && (args[1] ?? "r") === "r")) return real[name](...args);
    inside = true;
    real.appendFileSync(process.env.LOGGED, `${name} ${names.join(" ")}\n`);
    if (count === at && how !== "kill") byHalf(name, args);
    inside = false;
    if (count++ === at) {
      if (how !== "full") process.kill(process.pid, "SIGKILL");
      else if (needsRoom.includes(name))
        throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    }
    inside = true;
    try {
      const result = real[name](...args);
      if (name === "openSync") open.set(result, names[0]);
      if (name === "closeSync") open.delete(args[0]);
      return result;
    } finally {
      inside = false;
    }
  };
}
require("node:module").syncBuiltinESMExports();
