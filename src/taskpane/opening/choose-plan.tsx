import { useRef, useState, type DragEvent } from "react";
import { Button, Link, makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, Textarea, tokens } from "@fluentui/react-components";
import { t } from "../../locale";
import { Page, Quiet } from "../layout/page";
import type { Opened } from "../reading/use-reading";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "12px",
    padding: "28px 16px 20px",
    textAlign: "center",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  picture: { width: "48px", height: "48px", color: tokens.colorBrandForeground1 },
  lead: { fontWeight: 600 },
  row: { display: "flex", gap: "8px", flexWrap: "wrap", justifyContent: "center" },
  pasting: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start", "> :first-child": { width: "100%" } },
  hidden: { display: "none" },
});

/** A sheet of paper with an arrow into it. */
const picture = "M12 6h16l10 10v26H12zM28 6v10h10M25 22v12m-5-5 5 5 5-5";

type Choosing = Pick<Opened, "opening" | "isReading" | "openFile" | "openPasted" | "openExample">;

/** What stands where no plan is open: the ways to open one's own, and the example for who has none at hand. */
export function ChoosePlan({ opening, isReading, openFile, openPasted, openExample }: Choosing) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState("");
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = opening.busy !== undefined || isReading;
  const take = (file: File | undefined): void => void (file && openFile(file));
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <Page title={t("打开方案")}>
      <Quiet>{t("先打开一份实施方案，读出任务、单位和指标，核对后再生成责任矩阵。")}</Quiet>
      <div className={mergeClasses(styles.box, isOver && styles.over)} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
        <svg className={styles.picture} viewBox="0 0 50 48" fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" aria-hidden>
          <path d={picture} />
        </svg>
        <span className={styles.lead}>{t("把方案文件拖到这里")}</span>
        <div className={styles.row}>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => picker.current?.click()}>
            {t("打开方案…")}
          </Button>
          <Button disabledFocusable={isBusy} onClick={() => setPasting(!isPasting)} aria-expanded={isPasting}>
            {t("粘贴文字")}
          </Button>
        </div>
        <Quiet>{t("可读取 .docx、带文字的 .pdf、.txt。文件只在本机读取，不会发到别处。")}</Quiet>
        <input
          ref={picker}
          className={styles.hidden}
          type="file"
          accept=".docx,.pdf,.txt"
          aria-label={t("选择方案文件")}
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = "";
          }}
        />
      </div>
      {isPasting && (
        <div className={styles.pasting}>
          <Textarea aria-label={t("方案全文")} placeholder={t("把方案全文粘贴到这里")} rows={6} value={pasted} onChange={(_, { value }) => setPasted(value)} />
          <Button size="small" disabledFocusable={isBusy} onClick={() => openPasted(pasted)}>
            {t("读取粘贴的文字")}
          </Button>
        </div>
      )}
      <div aria-live="polite">
        {isBusy && <Spinner size="tiny" label={opening.busy === undefined ? t("正在读取…") : t("正在读取 {{name}}…", { name: opening.busy })} />}
        {opening.refusal !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{opening.refusal}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Quiet>
        {t("手头没有方案？")}
        <Link as="button" onClick={openExample}>
          {t("用示例方案")}
        </Link>
      </Quiet>
    </Page>
  );
}
