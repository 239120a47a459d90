import { commands, type Command, type CommandName } from "./commands";

const helpOption = { example: "--help", meaning: "显示这一页" };

/** The text of `--help`: usage, files, options with their examples. */
export function helpText(name: CommandName): string {
  const { does, files, options, example }: Command = commands[name];
  const usage = [
    "npm run",
    name,
    "--",
    ...files.map((file) => (file.many ? `${file.name}…` : file.name)),
    "[选项]",
  ].join(" ");
  return [
    does,
    `用法：${usage}`,
    `例如：${example}`,
    "文件：",
    ...files.map((file) => `  ${file.name}：${file.meaning}`),
    "选项（“=”也可以写成空格，位置不限）：",
    ...[...Object.values(options), helpOption].map((option) => `  ${option.example}：${option.meaning}`),
  ].join("\n");
}
