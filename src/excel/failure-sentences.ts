import type { Spoken } from "../plan/sentence";

/**
 * Every sentence with which the add-in's work in Excel fails: what happened, that nothing was lost, and what to do.
 * A row is named by its code; a code that has several sentences has a row for each, `CODE.situation`. Values stand as
 * `{{name}}`. In another language there is one sentence for each code (`failure CODE` in `locale/en-US.json`), which
 * may name values that every row of the code has.
 */
const unchanged = "表中已填的内容没有改动。";

/**
 * Codes of Office.js
 * (https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling).
 */
export const officeFailures = {
  InvalidOperationInCellEditMode: `有单元格正在编辑，Excel 暂时不接受写入。${unchanged}请按回车结束编辑，再试一次。`,
  InactiveWorkbook: `另一个工作簿正在前面，Excel 暂时不接受对本工作簿的写入。填过的内容没有丢失。请先点一下本工作簿的窗口，再试一次。`,
  // The run may have been half done: only reading again shows what is there.
  "InactiveWorkbook.halfDone":
    "很可能是另一个工作簿正在前面，Excel 没有做完这一步。填过的内容没有丢失；已经写好的部分保留。请先点一下本工作簿的窗口，再试一次，会接着做完。",
  AccessDenied: `工作表或工作簿受保护，或者是以只读方式打开的，不能写入。${unchanged}请在“审阅”中撤销保护，或点“启用编辑”、另存一份后再试。`,
  "AccessDenied.protectedSheet": "工作表受保护，不能写入。表中内容没有改动。请在“审阅”中撤销工作表保护后再试。",
  RequestPayloadSizeLimitExceeded: `一次写入的内容太多，被 Excel 拒绝。${unchanged}请重试；如仍不行，请减少方案中的任务后分次生成。`,
  ResponsePayloadSizeLimitExceeded: `工作表内容太多，Excel 一次读不完。${unchanged}请删去表格以外的大片内容后再试。`,
  ItemNotFound: `要找的工作表或单元格不在了，可能刚被改名或删除。${unchanged}请点“刷新”后再试。`,
  ItemAlreadyExists: `工作簿里已有同名的工作表或表格。${unchanged}请把同名的那一张改名后再试。`,
  InvalidReference: `引用的单元格已不存在。${unchanged}请点“刷新”后再试。`,
  InvalidArgument: `Excel 不接受要写入的内容。${unchanged}请复制详情发给维护人员。`,
  ApiNotFound: `这个版本的 Excel 缺少所需的功能。${unchanged}请使用 Excel 2021 或更新的版本。`,
  NotImplemented: `这个版本的 Excel 缺少所需的功能。${unchanged}请使用 Excel 2021 或更新的版本。`,
  UnsupportedOperation: `当前状态下 Excel 不支持这个操作。${unchanged}请退出筛选、共享或兼容模式后再试。`,
  RequestAborted: `操作被中断。${unchanged}请再试一次。`,
  Timeout: `Excel 没有及时回应。请稍等片刻后再试一次；重复执行不会造成重复。`,
  ActivityLimitReached: `操作太频繁，Excel 请您稍候。${unchanged}请一分钟后再试。`,
  ApiNotAvailable: `这个版本的 Excel 缺少所需的功能。${unchanged}请使用 Excel 2021 或更新的版本。`,
  UnsupportedFeature: `这个版本的 Excel 缺少所需的功能。${unchanged}请使用 Excel 2021 或更新的版本。`,
  MemoryLimitReached: `Excel 的内存不够，没有做完。${unchanged}请关闭其他工作簿后再试。`,
  OperationCellsExceedLimit: `一次写入的单元格太多，被 Excel 拒绝。${unchanged}请删去表格以外的大片内容后再试。`,
  Conflict: `别人正在改同一处，这次没有写入。${unchanged}请稍候再试。`,
  MergedRangeConflict: `要写的地方有合并的单元格，Excel 不接受。${unchanged}请取消合并后再试。`,
  InsertDeleteConflict: `表格旁边的内容挡住了插入或删除，没有写入。${unchanged}请把表格下方和右侧的内容移开后再试。`,
  ServiceNotAvailable: `与 Excel 的会话已断开，没有写入。${unchanged}请保存并重新打开工作簿，再打开面板。`,
  Unauthenticated: `登录已过期，Excel 网页版不再接受写入。${unchanged}请刷新网页、重新登录后再试。`,
  InvalidRequestContext: `与 Excel 的会话已断开，没有写入。${unchanged}请保存并重新打开工作簿，再打开面板。`,
  InvalidBinding: `与工作簿的连接已断开。${unchanged}请关闭面板后重新打开。`,
  HostRestartNeeded: `Excel 需要重新启动。请保存工作簿，重新打开后再试。`,
  FilteredRangeConflict: `表格正在筛选，写入会错行，因此没有写。${unchanged}请清除筛选后再试。`,
} as const;

/** Codes of this add-in. */
const ownFailures = {
  NoMatrix: "本工作簿还没有责任矩阵，或表头已被删除。表中内容没有改动。请先生成责任矩阵。",
  AnotherPlan:
    "工作簿里的责任矩阵依据的是另一份方案{{title}}，没有写入。表中已填的内容没有改动。请为打开的方案新建工作簿，或者先确认它是修订稿。",
  EarlierLayout:
    "这张责任矩阵是以前的版式。表中内容没有改动。要改为新版式，请到面板“矩阵 → 生成”确认；只按方案更新，请用“同步”。",
  "ForeignSheet.matrix":
    "工作簿里已有一张“{{sheet}}”，但其中找不到责任矩阵的表头，为免覆盖别人的内容，没有写入。表中内容没有改动。请把那张工作表改名后再试。",
  "ForeignSheet.list":
    "工作簿里已有一张“{{sheet}}”，不是本加载项生成的，或表头已被改掉。为免覆盖其中的内容，没有写入。表中内容没有改动。请把那张工作表改名后再试。",
  "SheetChanged.sync":
    "您查看之后，表格又有了新的改动，为免误改，没有写入。表中内容没有改动。清单已重新列出，请核对后再点“同步”。",
  "SheetChanged.collect":
    "您查看之后，表中又有了新的填报，为免误改，没有写入。表中内容没有改动。清单已重新列出，请核对后再点“收入”。",
  "SheetChanged.entries":
    "您查看之后，表中的填报又有了改动，为免误改，没有写入。表中内容没有改动。请点“刷新”核对后再试。",
  OthersInBetween: "写入期间一直有别人在改动这个工作簿，为免写错行，已停下。填过的内容没有丢失。请稍后再点一次。",
  OthersAtWork:
    "同步期间一直有别人在改动这张表，为免写错行，已停下。填报内容没有丢失。请稍后再点一次“同步”，会接着做完。",
  Cancelled: "已停止。停止前写入的部分保留，填报内容没有丢失。再点一次“同步”即可接着做完，也可做完后撤销。",
  "StoreLost.generate":
    "责任矩阵已写好，但方案原文没能存进工作簿，换电脑后将无法与方案比对。表中已填的内容没有改动。请再点一次。",
  "StoreLost.sync":
    "表格已同步，但方案记录没能存进工作簿，换电脑后将无法与方案比对。表中已填的内容没有改动。请再点一次“同步”。",
  "StoreLost.noStore": "工作簿里没有方案记录，这项设置存不下来。表中内容没有改动。请先到“同步”页同步一次，再设置。",
  "StoreLost.setting": "这项设置没能存进工作簿。表中内容没有改动。请再试一次。",
  PlanTooLarge:
    "方案太长，工作簿里存不下它的记录，因此没有写入。表中内容没有改动。请只读入方案中有任务的部分，再试一次。",
  ChangesTooLarge:
    "这次的改动太多，工作簿里存不下同步的记录，因此没有写入。表中内容没有改动。请到“生成”页重新生成责任矩阵，填过的内容都保留。",
  "NothingToUndo.noEntry": "没有可撤销的同步：它可能已被撤销，或记录已随“重新生成”清空。表中内容没有改动。",
  "NothingToUndo.storeChanged": "那次同步之后，方案记录又有了变动，不能再撤销。表中内容没有改动。",
  LaterEdits:
    "同步之后有人又改了这些地方，撤销会丢掉它们，因此没有撤销：{{places}}。表中内容没有改动。请先把这些内容移到别处或改回，再撤销。",
  "NoRemark.noColumn":
    "表中没有“备注”列，核对的结果没有地方写。表中内容没有改动。请在表格里加一列，表头写“备注”，再重新生成责任矩阵。",
  "NoRemark.formula": "这一行的“备注”是公式，核对的结果没有写进去。表中内容没有改动。请把公式移到别处，再点一次。",
  "NoYear.noColumn":
    "表中没有“{{year}}年”这一列，不能按这一年评估。表中内容没有改动。请到“生成”页重新生成一次，年度会补齐，填过的内容都保留。",
  "NoYear.noCell":
    "找不到“评估年度”的格子，可能已被删除。表中内容没有改动。请到“生成”页重新生成一次，年度会补齐，填过的内容都保留。",
  NoAsOf:
    "表中没有“截至”的格子，可能是以前版式的表，或已被删除。表中内容没有改动。请到“生成”页重新生成一次，填过的内容都保留。",
  NoTable:
    "表格已被转换为普通区域，不能按行筛选。表中内容没有改动。请到“生成”页重新生成一次，表格会恢复；也可以在 Excel 里自己筛选。",
  NoPaper:
    "Excel 没有接受 {{paper}} 纸：默认打印机可能没有这种纸。表中内容没有改动。请换一台打印机，或在“页面布局”中选别的纸张。",
  NoNewWorkbook:
    "Excel 没有打开新的工作簿，可能是单位的安全设置不允许。表中内容没有改动，也没有记入“下发记录”。面板上有“下载全部填报表”的，请改用它；没有的（Mac 版），请用网页版或 Windows 版 Excel 打开本工作簿再试。",
  WrongKind:
    "评估年度是 {{year}} 年，方案是 {{first}}—{{last}} 年，不能写“{{report}}”：期末评估在最后一年，中期评估在中间的年度，或“截至”在 12 月以前。表中内容没有改动。请改选评估年度、截至或评估类型。",
  SheetGone: "工作簿里没有“{{sheet}}”，可能已被改名或删除。其他内容没有改动。需要时可以重新生成。",
  RowGone: "这一行已不在表中，可能刚被删除或移走。表中已填的内容没有改动。请点“刷新”后再试。",
  HiddenCell:
    "这一行或这一列现在隐藏着（被筛选或手工隐藏），工作表受保护，不能替您显示出来。表中内容没有改动。请在“审阅”中撤销工作表保护，再点一次；或者先取消筛选。",
  OwnSheet:
    "“{{sheet}}”是本工具生成的工作表，不能当作方案读入。未作任何改动。请先点开写有任务和责任单位的工作表，再点“从表格读入”；如果“{{sheet}}”是您自己做的表，请先改个名称。",
  EmptySheet:
    "工作表“{{sheet}}”是空的，没有可以读取的内容。未作任何改动。请先点开任务分解表所在的工作表，再点“从表格读入”。",
  SheetTooLarge:
    "工作表“{{sheet}}”用到的范围是 {{area}}，太大了，没有读取。未作任何改动。请只选中任务分解表（从表头到最后一行），再点“从表格读入”。",
  HasMatrix: "本工作簿里有责任矩阵，自检不在这里做。表中内容没有改动。请新建一个空白工作簿，在那里打开面板再做自检。",
  ScratchTaken:
    "本工作簿里已有工作表“{{sheets}}”，自检要用这个名称，没有开始。没有作任何改动。如果是上次自检留下的，请把它删掉；也可以新建一个空白工作簿再做自检。",
  // Of a code of Office.js that has no row here.
  "Unexpected.refused": `Excel 没能完成这一步。${unchanged}请再试一次；如果还是不行，请复制详情发给维护人员。`,
  Unexpected: `出现意外问题，操作没有完成。${unchanged}请再试一次；如果还是不行，请复制详情发给维护人员。`,
} as const;

export const failureSentences = { ...officeFailures, ...ownFailures } as const;

/** A row of the table. */
export type FailureKey = keyof typeof failureSentences;

/** The code of a row: what stands before its situation. */
export type FailureCode<Key extends string = FailureKey> = Key extends `${infer Code}.${string}` ? Code : Key;

/** The names that a sentence has as `{{name}}`. */
type Placeholders<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What a row's sentence needs to be said. */
export type FailureValues<Key extends FailureKey> = Readonly<
  Record<Placeholders<(typeof failureSentences)[Key]>, Spoken>
>;

export const codeOfRow = <Key extends FailureKey>(key: Key): FailureCode<Key> => key.split(".")[0] as FailureCode<Key>;
