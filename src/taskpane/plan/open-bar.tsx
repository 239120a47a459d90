import { useContext, useRef, useState } from "react";
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { say, t } from "../../locale";
import type { Sentence } from "../../plan/sentence";
import type { OpenText } from "../open-plan/open-plan-store";
import { DropZone } from "../drop-zone";
import { OpeningContext } from "../opening/opening-context";
import { PasteText, PlanFilePicker, OpeningStatus } from "../opening/opening-controls";
import { smallTextDense } from "../layout/small-text";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // An empty message must not add a gap of its own.
    "> div:empty": { marginTop: "-8px" },
  },
  told: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "4px",
    "> *": { alignSelf: "stretch" },
    "> button": { alignSelf: "flex-start" },
  },
  row: { display: "flex", gap: "8px", flexWrap: "wrap", alignItems: "center" },
  again: { fontSize: "12px", lineHeight: "16px" },
  quiet: smallTextDense,
});

/** The text that is open now. */
type OpenBarProps = Pick<OpenText, "name" | "notes" | "book">;

/** Opens another plan: dropped here, chosen, or pasted. A file that cannot be read changes nothing. */
export function OpenBar({ name, notes, book }: OpenBarProps) {
  const styles = useStyles();
  const ways = useContext(OpeningContext);
  const { opening, openFile, openPasted, openTable, askSheets } = ways;
  // Once the pasted text has been read, the notes are another array, and the field closes.
  const [pastingBeside, setPastingBeside] = useState<readonly Sentence[]>();
  const isPasting = pastingBeside === notes;
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = opening.busy !== undefined;
  return (
    <DropZone className={styles.box} onFiles={([file]) => openFile(file!)}>
      <Text className={styles.quiet}>{t("当前方案：{{name}}", { name })}</Text>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={isBusy} onClick={() => picker.current?.click()}>
          {t("换一份方案…")}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => setPastingBeside(isPasting ? undefined : notes)}
          aria-expanded={isPasting}
        >
          {t("粘贴文字")}
        </Button>
        <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={openTable}>
          {t("从表格读入")}
        </Button>
        <PlanFilePicker picker={picker} onFile={openFile} />
      </div>
      <Text className={styles.quiet}>
        {t("可读取 Word、WPS、PDF、OFD、表格、网页和文本文件，也可以直接拖到这里。")}
      </Text>
      {isPasting && <PasteText isBusy={isBusy} onText={openPasted} />}
      <div className={styles.told} aria-live="polite">
        <OpeningStatus {...ways} isReading={false} />
        {/* The notes are about the open plan, not about the file that the question concerns. */}
        {!opening.choice &&
          notes.map((note, index) => (
            <Text key={index} className={styles.quiet} block>
              {say(note)}
            </Text>
          ))}
        {book && !opening.choice && (
          <Link as="button" className={styles.again} onClick={askSheets}>
            {t("改选工作表…")}
          </Link>
        )}
      </div>
    </DropZone>
  );
}
