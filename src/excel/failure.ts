import type { Spoken } from "../plan/sentence";

/**
 * What the user is told when Excel refuses. One table from Office.js error codes
 * (https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling) to Chinese sentences
 * that say what happened, that nothing was lost, and what to do.
 */
export class ExcelFailure extends Error {
  /** What `userMessage` names, for what is told in another language. */
  readonly about?: Spoken;

  constructor(
    /** Office.js code such as `AccessDenied`, or a code of this add-in such as `NoMatrix`. */
    readonly code: string,
    /** Chinese, for the user. */
    readonly userMessage: string,
    /** For support: code, message and place as Office.js gave them. */
    readonly detail: string,
    { cause, about }: { cause?: unknown; about?: Spoken } = {},
  ) {
    super(`${code}: ${detail}`, { cause });
    this.name = "ExcelFailure";
    if (about !== undefined) this.about = about;
  }
}

const kept = "表中已填的内容没有改动。";

const sentences = new Map(
  Object.entries({
    InvalidOperationInCellEditMode: `有单元格正在编辑，Excel 暂时不接受写入。${kept}请按回车结束编辑，再试一次。`,
    InactiveWorkbook: `另一个工作簿正在前面，Excel 暂时不接受对本工作簿的写入。填过的内容没有丢失。请先点一下本工作簿的窗口，再试一次。`,
    AccessDenied: `工作表或工作簿受保护，或者是以只读方式打开的，不能写入。${kept}请在“审阅”中撤销保护，或点“启用编辑”、另存一份后再试。`,
    RequestPayloadSizeLimitExceeded: `一次写入的内容太多，被 Excel 拒绝。${kept}请重试；如仍不行，请减少方案中的任务后分次生成。`,
    ResponsePayloadSizeLimitExceeded: `工作表内容太多，Excel 一次读不完。${kept}请删去表格以外的大片内容后再试。`,
    ItemNotFound: `要找的工作表或单元格不在了，可能刚被改名或删除。${kept}请点“刷新”后再试。`,
    ItemAlreadyExists: `工作簿里已有同名的工作表或表格。${kept}请把同名的那一张改名后再试。`,
    InvalidReference: `引用的单元格已不存在。${kept}请点“刷新”后再试。`,
    InvalidArgument: `Excel 不接受要写入的内容。${kept}请复制详情发给维护人员。`,
    ApiNotFound: `这个版本的 Excel 缺少所需的功能。${kept}请使用 Excel 2021 或更新的版本。`,
    NotImplemented: `这个版本的 Excel 缺少所需的功能。${kept}请使用 Excel 2021 或更新的版本。`,
    UnsupportedOperation: `当前状态下 Excel 不支持这个操作。${kept}请退出筛选、共享或兼容模式后再试。`,
    RequestAborted: `操作被中断。${kept}请再试一次。`,
    Timeout: `Excel 没有及时回应。请稍等片刻后再试一次；重复执行不会造成重复。`,
    ActivityLimitReached: `操作太频繁，Excel 请您稍候。${kept}请一分钟后再试。`,
    ApiNotAvailable: `这个版本的 Excel 缺少所需的功能。${kept}请使用 Excel 2021 或更新的版本。`,
    UnsupportedFeature: `这个版本的 Excel 缺少所需的功能。${kept}请使用 Excel 2021 或更新的版本。`,
    MemoryLimitReached: `Excel 的内存不够，没有做完。${kept}请关闭其他工作簿后再试。`,
    OperationCellsExceedLimit: `一次写入的单元格太多，被 Excel 拒绝。${kept}请删去表格以外的大片内容后再试。`,
    Conflict: `别人正在改同一处，这次没有写入。${kept}请稍候再试。`,
    MergedRangeConflict: `要写的地方有合并的单元格，Excel 不接受。${kept}请取消合并后再试。`,
    InsertDeleteConflict: `表格旁边的内容挡住了插入或删除，没有写入。${kept}请把表格下方和右侧的内容移开后再试。`,
    ServiceNotAvailable: `与 Excel 的会话已断开，没有写入。${kept}请保存并重新打开工作簿，再打开面板。`,
    Unauthenticated: `登录已过期，Excel 网页版不再接受写入。${kept}请刷新网页、重新登录后再试。`,
    InvalidRequestContext: `与 Excel 的会话已断开，没有写入。${kept}请保存并重新打开工作簿，再打开面板。`,
    InvalidBinding: `与工作簿的连接已断开。${kept}请关闭面板后重新打开。`,
    HostRestartNeeded: `Excel 需要重新启动。请保存工作簿，重新打开后再试。`,
    FilteredRangeConflict: `表格正在筛选，写入会错行，因此没有写。${kept}请清除筛选后再试。`,
  }),
);

/**
 * What Excel does not do while another workbook is in front, and how it says so (Microsoft: troubleshooting Excel
 * add-ins).
 */
const inFrontOnly: ReadonlySet<string> = new Set(
  Object.entries({
    GeneralException: [
      "Range.select",
      "Worksheet.activate",
      "WorksheetCollection.add",
      "WorksheetFreezePanes.freezeAt",
      "WorksheetFreezePanes.freezeRows",
      "Table.clearFilters",
    ],
    InvalidSelection: ["Worksheet.delete"],
  }).flatMap(([code, members]) => members.map((member) => `${code} ${member}`.toLowerCase())),
);

/** Of a run that may have been half done: what is there and what is not is seen only when it is read again. */
const behindAnother =
  "很可能是另一个工作簿正在前面，Excel 没有做完这一步。填过的内容没有丢失；已经写好的部分保留。请先点一下本工作簿的窗口，再试一次，会接着做完。";

interface OfficeError {
  code: string;
  message: string;
  debugInfo?: { errorLocation?: string };
}

const isOfficeError = (error: unknown): error is OfficeError =>
  // Not `instanceof`: Office.js may live in another realm than this code.
  typeof error === "object" && error !== null && typeof (error as Partial<OfficeError>).code === "string";

/** The code by which Office.js says what went wrong; empty for what is no error of Office.js. */
export const codeOf = (error: unknown): string => (isOfficeError(error) ? error.code : "");

/** Any thrown thing as an `ExcelFailure`; one that already is stays as it is. */
export function asFailure(error: unknown): ExcelFailure {
  if (error instanceof ExcelFailure) return error;
  if (isOfficeError(error)) {
    const place = error.debugInfo?.errorLocation;
    const detail = place ? `${error.message} (${place})` : error.message;
    if (inFrontOnly.has(`${error.code} ${place ?? ""}`.toLowerCase()))
      return new ExcelFailure("InactiveWorkbook", behindAnother, `${error.code}: ${detail}`, { cause: error });
    const sentence =
      sentences.get(error.code) ?? `Excel 没能完成这一步。${kept}请再试一次；如果还是不行，请复制详情发给维护人员。`;
    return new ExcelFailure(error.code, sentence, detail, { cause: error });
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ExcelFailure(
    "Unexpected",
    `出现意外问题，操作没有完成。${kept}请再试一次；如果还是不行，请复制详情发给维护人员。`,
    message,
    { cause: error },
  );
}

/** Told before anything is sent, where the sheet was read as protected. */
export const protectedSheet = (): ExcelFailure =>
  new ExcelFailure(
    "AccessDenied",
    "工作表受保护，不能写入。表中内容没有改动。请在“审阅”中撤销工作表保护后再试。",
    "the sheet is protected",
  );
