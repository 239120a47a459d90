import { useRef, useState } from "react";
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../locale";
import { DropZone } from "../drop-zone";
import { Page, SmallText } from "../layout/page";
import type { OpenPlanModel } from "../open-plan/use-open-plan";
import type { Opening } from "./opening-context";
import { PasteText, PlanFilePicker, OpeningStatus } from "./opening-controls";

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
  picture: { width: "48px", height: "48px", color: tokens.colorBrandForeground1 },
  lead: { fontWeight: 600 },
  row: { display: "flex", gap: "8px", flexWrap: "wrap", justifyContent: "center" },
});

/** A sheet of paper with an arrow into it. */
const picture = "M12 6h16l10 10v26H12zM28 6v10h10M25 22v12m-5-5 5 5 5-5";

type Choosing = Opening & Pick<OpenPlanModel, "isReading" | "openExample">;

/** Shown while no plan is open: the ways to open one, and the example. */
export function ChoosePlan({ isReading, openExample, ...ways }: Choosing) {
  const { opening, openFile, openPasted, openTable } = ways;
  const styles = useStyles();
  const [isPasting, setPasting] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = opening.busy !== undefined || isReading;
  return (
    <Page title={t("打开方案")}>
      <SmallText>{t("先打开一份实施方案，读出任务、单位和指标，核对后再生成责任矩阵。")}</SmallText>
      <DropZone className={styles.box} onFiles={([file]) => openFile(file!)}>
        <svg
          className={styles.picture}
          viewBox="0 0 50 48"
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden
        >
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
          <Button disabledFocusable={isBusy} onClick={openTable}>
            {t("从表格读入")}
          </Button>
        </div>
        <SmallText>{t("可读取 Word、WPS、PDF、OFD、表格、网页和文本文件。文件只在本机读取，不会发到别处。")}</SmallText>
        <SmallText>{t("任务分解表就在这个工作簿里的，点开那张工作表，再点“从表格读入”。")}</SmallText>
        <PlanFilePicker picker={picker} onFile={openFile} />
      </DropZone>
      {isPasting && <PasteText isBusy={isBusy} onText={openPasted} />}
      <div aria-live="polite">
        <OpeningStatus {...ways} isReading={isReading} />
      </div>
      <SmallText>
        {t("手头没有方案？")}
        <Link as="button" onClick={openExample}>
          {t("用示例方案")}
        </Link>
      </SmallText>
    </Page>
  );
}
