import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CommandError } from "./command-error";
import { commands, type Command, type CommandName } from "./commands";
import { nearestName } from "./nearest-name";
import { valueKinds, type Option, type ValueOf } from "./option-kinds";

/** The checked arguments of a command: absolute paths, and the options given, by name. */
export interface Given<C extends CommandName> {
  files: string[];
  options: {
    [O in keyof (typeof commands)[C]["options"]]?: (typeof commands)[C]["options"][O] extends {
      kind: infer K extends Option["kind"];
    }
      ? ValueOf<K>
      : never;
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that the user is in. npm runs commands in the project's folder and passes the user's in INIT_CWD, which
 * another program may have inherited from an earlier npm.
 */
const startFolder = (command: string, environment: Environment): string =>
  (environment.npm_lifecycle_event === command && environment.INIT_CWD) || process.cwd();

/** A dash that is not a hyphen; chat programs and Word replace two hyphens by one. */
const otherDash = /^(?:[‐-―−－﹣]|-[‐-―−－﹣])/;

const isAskingForHelp = (text: string): boolean => text === "--help" || text === "-h";

/**
 * Reads a command line strictly. `--year=2024` and `--year 2024` are the same; unknown options, surplus arguments and
 * repeated options are refused, so that nothing is written for a year that was not meant.
 * @returns "help" if that is asked for
 * @throws CommandError that names the mistake and the correct form
 */
export function readCommandLine<C extends CommandName>(
  name: C,
  args: readonly string[],
  environment: Environment = process.env,
): Given<C> | "help" {
  const command: Command = commands[name];
  if (args.some(isAskingForHelp)) return "help";
  refuseTakenByNpm(command, environment);
  const inFolder = (path: string): string => resolve(startFolder(name, environment), path);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(command.options).map(([option, { kind }]) => [
        option,
        { type: kind === "flag" ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const files: string[] = [];
  const options: Record<string, unknown> = {};
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (otherDash.test(token.value))
        throw unknownOption(token.value.replace(otherDash, "").replace(/[=＝].*$/, ""), token.value, command);
      files.push(token.value);
    } else if (token.kind === "option") {
      const option = Object.hasOwn(command.options, token.name) ? command.options[token.name]! : undefined;
      if (!option || token.rawName !== `--${token.name}`) throw unknownOption(token.name, token.rawName, command);
      takeOption(options, token.name, option, { value: token.value, isJoined: token.inlineValue === true }, inFolder);
    }
  }
  checkFiles(files, command);
  return { files: files.map(inFolder), options } as Given<C>;
}

function takeOption(
  options: Record<string, unknown>,
  name: string,
  option: Option,
  { value, isJoined }: { value: string | undefined; isJoined: boolean },
  inFolder: (path: string) => string,
): void {
  const suchAs = `例如 ${option.example}`;
  if (option.kind === "flag") {
    if (value !== undefined) throw new CommandError(`选项 --${name} 后面不写内容，${suchAs}：--${name}=${value}`);
    options[name] = true;
    return;
  }
  // The next argument is an option, not this option's value.
  if (value === undefined || (!isJoined && /^-./.test(value)))
    throw new CommandError(`选项 --${name} 后面没有写内容，${suchAs}`);
  const { must, read } = valueKinds[option.kind];
  const taken = read(value, inFolder);
  if (taken === undefined) throw new CommandError(`${must}，${suchAs}：--${name}=${value}`);
  if (option.kind === "texts") {
    options[name] = [...((options[name] as string[] | undefined) ?? []), taken];
    return;
  }
  if (options[name] !== undefined) throw new CommandError(`选项 --${name} 写了两次，不知道该用哪一个，请只写一次`);
  options[name] = taken;
}

function unknownOption(name: string, typed: string, { options }: Command): CommandError {
  const names = [...Object.keys(options), "help"];
  const near = nearestName(name, names);
  const right =
    near === undefined
      ? `可以用的有 ${names.map((one) => `--${one}`).join("、")}`
      : `是不是 --${near}${options[near] ? `（例如 ${options[near].example}）` : ""}`;
  return new CommandError(`没有“${typed}”这个选项，什么也没有做。${right}`);
}

function checkFiles(files: readonly string[], { files: places, example }: Command): void {
  const suchAs = `例如：${example}`;
  places.forEach(({ missing, ending }, index) => {
    const file = files[index];
    if (!file || (ending !== undefined && !file.toLowerCase().endsWith(ending)))
      throw new CommandError(`${missing}，${suchAs}`);
  });
  const surplus = places.some(({ many }) => many) ? [] : files.slice(places.length);
  if (surplus.length > 0)
    throw new CommandError(
      `多出了 ${surplus.map((word) => `“${word}”`).join("、")}，不知道是什么意思，什么也没有做。文件名里有空格的，请用引号括起来，${suchAs}`,
    );
}

/**
 * Without `--` before them, npm takes options for itself and the command never sees them.
 * @throws CommandError if npm has taken an option of this command
 */
function refuseTakenByNpm({ options, example }: Command, environment: Environment): void {
  const takenByNpm = Object.keys(options).find(
    (name) => environment[`npm_config_${name.replace(/^no-/, "").replaceAll("-", "_")}`] !== undefined,
  );
  if (takenByNpm === undefined) return;
  throw new CommandError(
    `选项 --${takenByNpm} 被 npm 拿走了，什么也没有做。请在文件名前单独写两个减号（在 PowerShell 里，请把 npm 写成 npm.cmd），例如：${example}`,
  );
}
