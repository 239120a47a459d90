import type { Option } from "./option-kinds";

/** A positional argument of a command: a file or folder. */
export interface FilePlace {
  /** Its name in the usage line. */
  name: string;
  meaning: string;
  /** The error if it is missing or has another ending. */
  missing: string;
  ending?: string;
  /** There may be several. */
  many?: true;
}

export interface Command {
  does: string;
  files: readonly FilePlace[];
  options: Readonly<Record<string, Option>>;
  example: string;
}

const year = {
  kind: "year",
  meaning: "评估年度，写进工作簿，以后就按这一年；不写时按工作簿自己的",
  example: "--year=2025",
} as const;
const month = {
  kind: "month",
  meaning: "截至的月份（1 到 12），写进工作簿；12 就是全年",
  example: "--month=6",
} as const;
const noBackup = {
  kind: "flag",
  meaning: "不另留原来的工作簿（平时留成“名称.bak.xlsx”）",
  example: "--no-backup",
} as const;
const sheet = {
  kind: "texts",
  meaning: "方案是工作簿时要读的工作表，可以写几次",
  example: "--sheet=任务分解表",
} as const;
const pasted = { kind: "flag", meaning: "把文件的内容当作粘贴进来的文字读", example: "--pasted" } as const;

const planFile = {
  name: "方案文件",
  meaning: "实施方案：.docx、.doc、.wps、.pdf、.ofd、.xlsx、.xls、.odt、.rtf、.html、.txt 等",
  missing: "请给出方案文件的路径",
} as const;
const matrixFile = { name: "工作簿", meaning: "责任矩阵所在的 .xlsx 或 .xlsm 工作簿" } as const;

/**
 * All commands, with their arguments and options. Each option's example is tried by the tests, and shown by `--help`.
 */
export const commands = {
  plan: {
    does: "读方案，把读出的任务、单位和指标写到屏幕上（JSON）",
    files: [planFile],
    options: {
      sheet,
      pasted,
      explain: {
        kind: "flag",
        meaning: "写成给人看的：每一项读成了什么、依据什么，哪些没有读懂",
        example: "--explain",
      },
    },
    example: "npm run plan -- 方案.docx",
  },
  matrix: {
    does: "读方案，生成责任矩阵工作簿",
    files: [
      planFile,
      {
        name: "写到哪里",
        meaning: "要写入的 .xlsx 文件；--into 是文件夹时，是一个已有的文件夹",
        missing: "请给出要写入的 .xlsx 文件",
      },
    ],
    options: {
      sheet,
      pasted,
      into: {
        kind: "path",
        meaning: "在这个工作簿里加一张工作表，其余内容不变；是文件夹时，其中每个工作簿都加",
        example: "--into=办公室.xlsx",
      },
      "no-backup": noBackup,
    },
    example: "npm run matrix -- 方案.docx 责任矩阵.xlsx",
  },
  forms: {
    does: "生成各单位的填报表，打成一个 .zip，并记入工作簿",
    files: [
      { ...matrixFile, missing: "请给出工作簿和要写入的 .zip 文件" },
      {
        name: "写到哪里.zip",
        meaning: "要写入的 .zip 文件",
        missing: "请给出工作簿和要写入的 .zip 文件",
        ending: ".zip",
      },
    ],
    options: {
      year,
      month,
      deadline: { kind: "text", meaning: "填报表上写的交回期限", example: "--deadline=12月20日" },
      "no-backup": noBackup,
    },
    example: "npm run forms -- 责任矩阵.xlsx 填报表.zip --year=2025",
  },
  collect: {
    does: "把交回的填报表收进工作簿",
    files: [
      { ...matrixFile, missing: "请给出工作簿和交回的填报表所在的文件夹" },
      {
        name: "交回的填报表",
        meaning: "交回的填报表所在的文件夹，或者一个个文件",
        missing: "请给出工作簿和交回的填报表所在的文件夹",
        many: true,
      },
    ],
    options: { year, month, "no-backup": noBackup },
    example: "npm run collect -- 责任矩阵.xlsx 交回 --year=2025",
  },
  lists: {
    does: "在工作簿里生成（或重新生成）未达标清单、单位对照和看板",
    files: [{ ...matrixFile, missing: "请给出责任矩阵工作簿（.xlsx）的路径" }],
    options: { year, "no-backup": noBackup },
    example: "npm run lists -- 责任矩阵.xlsx --year=2025",
  },
  report: {
    does: "生成自查评估报告；工作簿不改动",
    files: [
      { ...matrixFile, missing: "请给出工作簿和要写入的 .docx 文件" },
      {
        name: "写到哪里.docx",
        meaning: "要写入的 .docx 文件",
        missing: "请给出工作簿和要写入的 .docx 文件",
        ending: ".docx",
      },
    ],
    options: {
      year: { ...year, meaning: "报告哪一年；不写时按工作簿的评估年度" },
      month: { ...month, meaning: "截至的月份（1 到 12）；不写时按工作簿的截至" },
      kind: { kind: "reportKind", meaning: "报告的种类：年度、中期或期末；不写时由年度定", example: "--kind=中期" },
    },
    example: "npm run report -- 责任矩阵.xlsx 自查评估报告.docx",
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
