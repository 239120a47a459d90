/** Why a file cannot be read as a plan. */
export type PlanFileProblem =
  | "archive"
  | "big5"
  | "binary"
  | "corrupt"
  | "empty"
  | "emptySheet"
  | "image"
  | "lostCharacters"
  | "mail"
  | "noCharacterMaps"
  | "noTableHeader"
  | "noSheet"
  | "notLoaded"
  | "officialFormat"
  | "oldExcel"
  | "oldWord"
  | "otherFormat"
  | "otherSheet"
  | "ownerFile"
  | "password"
  | "presentation"
  | "scannedOfd"
  | "scannedPdf"
  | "tooLarge"
  | "tooSlow"
  | "unsafeXml"
  | "wps"
  | "zipBomb";

const SAVE_AS_DOCX = "请在 Word/WPS 中打开，另存为 .docx 后再试";

/** For each problem: what happened, and what the user can do. */
const SENTENCES: Readonly<Record<PlanFileProblem, readonly [what: string, advice: string]>> = {
  archive: ["这是一个压缩包或其他打包文件，不是方案文档", "请先解压，再选择其中的方案文件"],
  big5: [
    "这是 Big5（繁体中文）编码的文件，方案按简体中文读取",
    "请在 Word/WPS 中打开，转换为简体，另存为 .docx 后再试",
  ],
  binary: ["这不是文本文件，读不出文字", SAVE_AS_DOCX],
  corrupt: [
    "文件已损坏或不完整，无法读取",
    "请向发来文件的单位重新索取，或在 Word/WPS 中打开修复，另存为 .docx 后再试",
  ],
  empty: ["文件中没有文字", "请确认选对了文件；文字如在图片里，请取得可编辑的 .docx 后再试"],
  emptySheet: [
    "看得见的单元格里没有文字",
    "请先点开任务分解表所在的工作表，有隐藏的行和列请取消隐藏，再点“从表格读入”",
  ],
  image: ["这是一张图片，没有可读取的文字", "请取得方案的 .docx，或用文字识别（OCR）软件转成 .docx 后再试"],
  lostCharacters: [
    "文件里的许多字已变成“?”：保存时选的编码（如 Big5）写不出这些字，已无法还原",
    "请向发来文件的单位重新索取 .docx，或以 UTF-8、GB18030 编码保存的文件",
  ],
  mail: ["这是一封邮件，不是方案文档", "请在邮件程序中打开，把附件里的方案保存下来，再选择它"],
  noCharacterMaps: [
    "这个 PDF 的文字要用字符表才能读出，没有找到字符表",
    "请重新打开任务窗格后再试，或取得方案的 .docx",
  ],
  noTableHeader: [
    "没有找到“任务”“责任单位”“牵头单位”一类的表头，也没有读出写明单位的任务",
    "请先点开任务分解表所在的工作表，或选中包括表头在内的区域，再点“从表格读入”",
  ],
  noSheet: ["文件中没有选的工作表", "请确认工作表的名称"],
  notLoaded: ["读取这类文件的组件没有加载成功", "请检查网络后重试，或重新打开任务窗格"],
  officialFormat: [
    "这是要用专用阅读器才能打开的公文版式文件（.ceb、.gd、.gw、.sep 一类），不能直接读取",
    "请在它的阅读器中打开，另存为或打印成 OFD、PDF，或取得方案的 .docx 后再试",
  ],
  oldExcel: ["这是 Excel 95 或更早版本的表格，不能直接读取", "请在 Excel/WPS 中打开，另存为 .xlsx 后再试"],
  oldWord: ["这是 Word 95 或更早版本的文档，不能直接读取", SAVE_AS_DOCX],
  otherFormat: ["认不出这是什么格式的文件", SAVE_AS_DOCX],
  otherSheet: ["这是 .xlsb、.ods 一类的表格，不能直接读取", "请在 Excel/WPS 中打开，另存为 .xlsx 后再试"],
  ownerFile: ["这是 Word、WPS 打开文档时自动生成的临时文件，里面没有方案", "请选择名称开头没有“~$”的那个文件"],
  password: ["文件设有打开密码，无法读取", "请在 Word/WPS 或 PDF 阅读器中打开，取消密码，另存为 .docx 或 .pdf 后再试"],
  presentation: ["这是演示文稿，不是方案文档", "请取得方案的 .docx，或把演示文稿中的方案文字另存为 .docx 后再试"],
  scannedOfd: ["这个 OFD 是扫描件，只有图像，没有文字", "请取得方案的 .docx，或用文字识别（OCR）软件转成 .docx 后再试"],
  scannedPdf: ["这个 PDF 是扫描件，只有图像，没有文字", "请取得方案的 .docx，或用文字识别（OCR）软件转成 .docx 后再试"],
  tooLarge: ["文件太大，超过可读取的上限（20 MB）", "请删去其中的图片等大件，另存为 .docx 后再试"],
  tooSlow: ["文件内容太多，一分半钟还没有读完，已停止读取", "请只留方案正文和任务表，另存为 .docx 后再试"],
  unsafeXml: ["文件内含不安全的定义（DTD 实体），已拒绝读取", SAVE_AS_DOCX],
  wps: [
    "这个 .wps 文件不是现在的 WPS 文字文档，可能来自微软 Works 或很早的 WPS 版本，不能直接读取",
    "请在 WPS 中打开，另存为 .docx 后再试",
  ],
  zipBomb: [
    "文件内容异常庞大，远超一份方案，已停止读取",
    "请确认选对了文件；确是方案的，请只留正文和任务表，另存为 .docx 后再试",
  ],
};

/**
 * Thrown for a plan file that cannot be read. `userMessage` says in Chinese what happened, that nothing was changed,
 * and what to do.
 */
export class PlanFileError extends Error {
  override readonly name = "PlanFileError";
  readonly userMessage: string;

  constructor(
    readonly code: PlanFileProblem,
    options?: { cause?: unknown },
  ) {
    const [what, advice] = SENTENCES[code];
    const message = `${what}。未作任何改动。${advice}。`;
    super(message, options);
    this.userMessage = message;
  }
}
