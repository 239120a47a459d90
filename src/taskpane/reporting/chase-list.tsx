import { useState } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { roundSentence } from "../../assessment/as-of";
import { chaseSections, type Chase } from "../../assessment/chase";
import { say, t } from "../../locale";
import { Expandable } from "../expandable";
import { smallText } from "../layout/small-text";

const useStyles = makeStyles({
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 12px",
    overflowWrap: "anywhere",
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
  title: { fontSize: "14px", lineHeight: "20px", fontWeight: 600, margin: 0 },
  part: { fontSize: "12px", lineHeight: "18px", fontWeight: 600, margin: "8px 0 0" },
  line: { fontSize: "12px", lineHeight: "18px" },
  quiet: { display: "block", ...smallText, marginTop: "6px" },
});

/** The list as text for the clipboard: a title, and each part with its lines. */
function chaseText(chase: Chase): string {
  const parts = chaseSections(chase).flatMap(({ title, lines }) => [say(title), ...lines.map(say)]);
  return [t("{{round}}填报还要追的", { round: say(roundSentence(chase)) }), ...parts].join("\n");
}

/** 还要追的: what is still to be asked for. It is read from the workbook, so it is there whenever the page opens. */
export function ChaseList({ chase }: { chase: Chase }) {
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  const sections = chaseSections(chase);
  if (sections.length === 0) return null;
  const copy = (): void =>
    void navigator.clipboard?.writeText(chaseText(chase)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className={styles.group} aria-label={t("还要追的")}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t("还要追的")}</h2>
        <Button size="small" onClick={copy}>
          {copied ? t("已复制") : t("复制")}
        </Button>
      </div>
      {sections.map(({ id, title, lines }) => (
        <div key={id}>
          <h3 className={styles.part}>{say(title)}</h3>
          <Expandable
            items={lines}
            render={(line, index) => (
              <li key={index} className={styles.line}>
                {say(line)}
              </li>
            )}
          />
        </div>
      ))}
      {chase.dropped.length > 0 && (
        <Text className={styles.quiet}>
          {t("没有收入的行记在“填报明细”；处理完的，把那一行删掉，这里就不再列出。")}
        </Text>
      )}
    </section>
  );
}
