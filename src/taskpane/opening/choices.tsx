import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../locale";
import { SmallText } from "../layout/page";
import type { Choice } from "../open-plan/choice";
import type { OpenPlanModel } from "../open-plan/use-open-plan";
import { smallTextDense } from "../layout/small-text";

/** Questions asked before a text is read. Until they are answered, the plan that was open stays. */

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: "8px",
    padding: "12px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  question: { fontWeight: 600 },
  part: { justifyContent: "flex-start", textAlign: "left", minWidth: 0 },
  place: { display: "block", ...smallTextDense, fontWeight: 400 },
  row: { display: "flex", gap: "8px", flexWrap: "wrap" },
  sheets: { listStyleType: "none", margin: "0 0 0 -8px", padding: 0 },
});

/**
 * A question box. It scrolls into view, because in a low pane it would appear out of sight below the pressed button.
 */
function Question({ text, children }: { text: string; children: ReactNode }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => void box.current?.scrollIntoView?.({ block: "nearest" }), []);
  return (
    <div ref={box} className={styles.box} role="group" aria-label={text} data-landing tabIndex={-1}>
      <span className={styles.question}>{text}</span>
      {children}
    </div>
  );
}

interface PartProps extends Pick<OpenPlanModel, "openPart" | "leaveChoice"> {
  parts: Extract<Choice, { of: "parts" }>["parts"];
}

/** Asks whether to read the selected range or the whole sheet. */
export function ChoosePart({ parts, openPart, leaveChoice }: PartProps) {
  const styles = useStyles();
  return (
    <Question text={t("读哪一部分？")}>
      {parts.map((part) => (
        <Button key={part.kind} className={styles.part} onClick={() => openPart(part)}>
          <span>
            {part.kind === "selection" ? t("选中的区域") : t("当前工作表")}
            <span className={styles.place}>
              {t("“{{sheet}}” {{address}}，{{count}} 行", {
                sheet: part.sheet,
                address: part.address,
                count: part.rows,
              })}
            </span>
          </span>
        </Button>
      ))}
      <div className={styles.row}>
        <Button size="small" appearance="subtle" onClick={leaveChoice}>
          {t("取消")}
        </Button>
      </div>
    </Question>
  );
}

interface SheetsProps extends Pick<OpenPlanModel, "openSheets" | "leaveChoice"> {
  choice: Extract<Choice, { of: "sheets" }>;
}

/** Asks which sheets of a file to read; those that look like a plan's table are ticked. */
export function ChooseSheets({ choice, openSheets, leaveChoice }: SheetsProps) {
  const styles = useStyles();
  const { sheets } = choice.book;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(sheets.filter(({ isRead }) => isRead).map(({ name }) => name)),
  );
  const toggle = (name: string): void =>
    setChosen(new Set(chosen.has(name) ? [...chosen].filter((one) => one !== name) : [...chosen, name]));
  // In the workbook's order, not in the order of ticking.
  const names = sheets.map(({ name }) => name).filter((name) => chosen.has(name));
  return (
    <Question text={t("读哪些工作表？")}>
      <SmallText>
        {t("“{{name}}”里有 {{count}} 个工作表，勾选要读的；勾选几个就合在一起读。", {
          name: choice.name,
          count: sheets.length,
        })}
      </SmallText>
      <ul className={styles.sheets}>
        {sheets.map(({ name, rows, looksLikePlan }) => (
          <li key={name}>
            <Checkbox
              checked={chosen.has(name)}
              onChange={() => toggle(name)}
              label={
                <>
                  {name}
                  <span className={styles.place}>
                    {looksLikePlan
                      ? t("{{count}} 行，像任务分解表", { count: rows })
                      : t("{{count}} 行，没有“责任单位”一类的表头", { count: rows })}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={names.length === 0} onClick={() => openSheets(choice, names)}>
          {names.length === sheets.length ? t("全部读取") : t("读取选中的 {{count}} 个", { count: names.length })}
        </Button>
        <Button size="small" appearance="subtle" onClick={leaveChoice}>
          {t("取消")}
        </Button>
      </div>
    </Question>
  );
}
