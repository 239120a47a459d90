import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { listed, paragraph, say, t } from "../../../locale";
import { BY_HAND } from "../../../plan/by-hand/marked-tasks";
import type { Finding, LeadBasis, Task } from "../../../plan/model";
import { descriptionOf } from "../../../plan/notations/descriptions";
import type { OpenSource } from "../source/with-source";
import { highlightNames, useHighlightStyles } from "./highlighted-text";
import { highlightKinds, type HighlightedPart } from "./highlights";

const useStyles = makeStyles({
  why: { display: "flex", flexDirection: "column", gap: "6px" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 8px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: "12px",
    lineHeight: "18px",
  },
  chip: { padding: "0 4px" },
  words: { fontSize: "12px", lineHeight: "18px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  left: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "baseline", justifyContent: "space-between" },
});

interface WhyProps {
  task: Task;
  /** The user has corrected the task. */
  isCorrected: boolean;
  parts: readonly HighlightedPart[];
  left: readonly Finding[];
  onSource: OpenSource;
}

/** Explains how a task was read: the legend of the colours, the notation, and what was not understood. */
export function Why({ task, isCorrected, parts, left, onSource }: WhyProps) {
  const styles = useStyles();
  const kindStyles = useHighlightStyles();
  const names = highlightNames();
  const shown = highlightKinds.filter((kind) => parts.some((piece) => piece.kind === kind));
  return (
    <div className={styles.why}>
      {shown.length > 0 && (
        <ul className={styles.legend} aria-label={t("颜色的意思")}>
          {shown.map((kind) => (
            <li key={kind} className={mergeClasses(styles.chip, kindStyles[kind])}>
              {names[kind]}
            </li>
          ))}
        </ul>
      )}
      <Text className={styles.words}>{whySaid(task, isCorrected)}</Text>
      {left.map((finding, index) => (
        <div key={index} className={styles.left}>
          <Text className={styles.words}>{say(finding.said ?? finding.message)}</Text>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => onSource([{ span: finding.span, note: say(finding.said ?? finding.message) }])}
          >
            {t("看原文")}
          </Button>
        </div>
      ))}
    </div>
  );
}

function whySaid({ evidence, leadBasis }: Task, isCorrected: boolean): string {
  if (isCorrected) return t("依据：您改过这一项。");
  const notations = [...new Set(evidence.map(({ notation }) => notation))];
  if (notations.includes(BY_HAND)) return t("依据：您在原文中标出了这一项。");
  return paragraph(
    notations.length > 0 &&
      t("依据：{{notations}}。", { notations: listed(notations.map((notation) => say(descriptionOf(notation)))) }),
    basisSaid()[leadBasis],
  );
}

const basisSaid = (): Record<LeadBasis, string> => ({
  stated: t("文中写明了谁牵头。"),
  firstByRule: t("方案写明列在第一位的牵头。"),
  firstByConvention: t("文中没有写谁牵头，按列在第一位的牵头。"),
  none: t("文中没有写谁牵头。"),
});
