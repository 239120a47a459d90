import { useState, type ReactNode } from "react";
import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { asOfSentence } from "../../assessment/as-of";
import { breakdown, nobody, shortText, tally } from "../../assessment/breakdown";
import type { YearResults, RowResult } from "../../assessment/year-results";
import { say, t } from "../../locale";
import { statusKeys, type StatusKey } from "../../matrix/statuses";
import { WithOverlay } from "../layout/with-overlay";
import { Page, SmallText, Section } from "../layout/page";
import { Rows } from "./rows";
import { shareName, StatusBars } from "./status-bars";
import { statusFill } from "./status-fill";
import { statusMeaning, statusName } from "./status-name";

const useStyles = makeStyles({
  legend: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(132px, 100%), 1fr))",
    gap: "4px",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  entry: {
    display: "grid",
    gridTemplateColumns: "14px 1fr auto",
    gap: "8px",
    alignItems: "center",
    width: "100%",
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    padding: "4px 6px",
    border: "none",
    background: "none",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  swatch: { width: "14px", height: "14px", borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: "none" },
  count: { fontVariantNumeric: "tabular-nums", fontWeight: 600 },
  terms: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: "8px",
    fontSize: "12px",
    lineHeight: "18px",
  },
  term: { fontWeight: 600, whiteSpace: "nowrap" },
  meaning: { margin: 0, color: tokens.colorNeutralForeground3 },
  statuses: { display: "flex", gap: "8px", flexWrap: "wrap" },
  summary: { cursor: "pointer", padding: "4px 0" },
});

/**
 * The rows that the user wants to see: those of a section, a lead or a status, or of a status within one of the first
 * two.
 */
interface Wanted {
  section?: string;
  lead?: string;
  status?: StatusKey;
}

const matches = ({ section, lead, status }: Wanted, row: RowResult): boolean =>
  (section === undefined || row.section === section) &&
  (lead === undefined || (lead === nobody ? row.leads.length === 0 : row.leads.includes(lead))) &&
  (status === undefined || row.status === status);

/** 概况: charts of the counts by status, for all rows, by section and by lead. Each bar opens its rows. */
export function Overview({ results, controls }: { results: YearResults; controls: ReactNode }) {
  const styles = useStyles();
  const [wanted, setWanted] = useState<Wanted>();
  const { rows, counts } = results;
  const short = shortText(results);
  const overlay = wanted && (
    <Chosen wanted={wanted} rows={rows} onChoose={setWanted} onBack={() => setWanted(undefined)} />
  );
  return (
    <WithOverlay overlay={overlay}>
      <Page title={t("{{year}} 年完成情况", { year: results.year })} aside={controls}>
        <SmallText>
          {short
            ? t("{{day}}：{{told}}。", { day: say(asOfSentence(results)), told: say(short) })
            : say(asOfSentence(results))}
        </SmallText>
        <ul className={styles.legend} aria-label={t("各状态的行数")}>
          {statusKeys
            .filter((key) => counts[key] > 0)
            .map((key) => (
              <li key={key}>
                <button type="button" className={styles.entry} onClick={() => setWanted({ status: key })}>
                  <span className={styles.swatch} style={statusFill(key)} aria-hidden />
                  <span>{statusName(key)}</span>
                  <span className={styles.count}>{counts[key]}</span>
                </button>
              </li>
            ))}
        </ul>
        <Section id="by-section" title={t("按板块")}>
          <StatusBars
            shares={breakdown(rows, "section")}
            onChoose={(section, status) => setWanted({ section, ...(status ? { status } : {}) })}
          />
        </Section>
        <Section id="by-lead" title={t("按牵头单位")}>
          <SmallText>{t("几个单位共同牵头的，各算一次。")}</SmallText>
          <StatusBars
            shares={breakdown(rows, "lead")}
            onChoose={(lead, status) => setWanted({ lead, ...(status ? { status } : {}) })}
          />
        </Section>
        <details>
          <summary className={styles.summary}>{t("状态是什么意思")}</summary>
          <dl className={styles.terms}>
            {statusKeys.map((key) => (
              <Term key={key} name={statusName(key)} meaning={statusMeaning(key)} />
            ))}
          </dl>
        </details>
      </Page>
    </WithOverlay>
  );
}

function Term({ name, meaning }: { name: string; meaning: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.meaning}>{meaning}</dd>
    </>
  );
}

interface ChosenProps {
  wanted: Wanted;
  /** All rows of the results. */
  rows: readonly RowResult[];
  onChoose: (wanted: Wanted) => void;
  onBack: () => void;
}

function Chosen({ wanted, rows, onChoose, onBack }: ChosenProps) {
  const styles = useStyles();
  const { status, ...place } = wanted;
  const { section, lead } = place;
  const found = rows.filter((row) => matches(wanted, row));
  const { counts } = tally(rows.filter((row) => matches(place, row)));
  const held = statusKeys.filter((key) => counts[key] > 0);
  const title = [(section ?? lead) !== undefined && shareName((section ?? lead)!), status && statusName(status)]
    .filter(Boolean)
    .join(" · ");
  const back = (
    <Button size="small" onClick={onBack}>
      {t("返回概况")}
    </Button>
  );
  return (
    <Page title={title} aside={back}>
      {(section ?? lead) !== undefined && held.length > 1 && (
        <div className={styles.statuses} role="group" aria-label={t("按状态看")}>
          {held.map((key) => (
            <ToggleButton
              key={key}
              size="small"
              checked={key === status}
              onClick={() => onChoose(key === status ? place : { ...place, status: key })}
            >
              {t("{{status}} {{count}} 项", { status: statusName(key), count: counts[key] })}
            </ToggleButton>
          ))}
        </div>
      )}
      <SmallText>{t("{{count}} 行，点一行即可转到单元格。", { count: found.length })}</SmallText>
      <Rows key={status ?? ""} rows={found} />
    </Page>
  );
}
