import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../locale";
import type { GoTo } from "./navigation";
import { smallText } from "./layout/small-text";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: "20px",
    padding: "24px 20px",
    minHeight: "100vh",
    boxSizing: "border-box",
    justifyContent: "center",
    maxWidth: "480px",
    margin: "0 auto",
  },
  title: { fontSize: "22px", lineHeight: "30px", fontWeight: 600, margin: 0 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  points: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "16px" },
  point: { display: "grid", gridTemplateColumns: "40px 1fr", columnGap: "12px", alignItems: "start" },
  picture: { width: "40px", height: "40px", color: tokens.colorBrandForeground1 },
  name: { display: "block", fontWeight: 600 },
  text: smallText,
  actions: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "stretch" },
  skip: { alignSelf: "center" },
});

/** SVG paths: a page that becomes a table, files that come back, a flagged row. */
const pictures = {
  matrix: "M6 6h28v28H6zM6 15h28M6 24h28M15 6v28M24 15v19M11 10.5h.01M19.5 19.5h.01M28.5 28.5h.01",
  forms: "M8 12h18l6 6v16H8zM26 12v6h6M14 6h14M20 22v8m-4-4 4 4 4-4",
  report: "M9 6h16l6 6v22H9zM25 6v6h6M14 28v-5M20 28v-9M26 28v-3",
} as const;

/** The page for a user who has never opened the pane: three lines about what it does, two ways to begin, and 跳过. */
export function FirstRun({ onDone, onGo, onExample }: { onDone: () => void; onGo: GoTo; onExample: () => void }) {
  const styles = useStyles();
  const begin = (): void => {
    onGo({ page: "plan", part: "read" });
    onDone();
  };
  const tryExample = (): void => {
    onExample();
    onDone();
  };
  return (
    <main className={styles.page}>
      <h1 className={styles.title} tabIndex={-1}>
        {t("把实施方案变成责任矩阵")}
      </h1>
      <ul className={styles.points}>
        <Point
          picture={pictures.matrix}
          name={t("读方案，成表格")}
          text={t("任务、单位、指标各就各位，状态自动算，A3 直接打印。")}
        />
        <Point
          picture={pictures.forms}
          name={t("发下去，收回来")}
          text={t("每个单位一份填报表，交回后一次收齐，填过的从不覆盖。")}
        />
        <Point
          picture={pictures.report}
          name={t("查差距，写报告")}
          text={t("差多少、谁牵头一目了然，自查评估报告一键成文。")}
        />
      </ul>
      <p className={styles.lead}>{t("所有内容只在这个工作簿里，不会发到别处。")}</p>
      <div className={styles.actions}>
        <Button appearance="primary" size="large" onClick={begin}>
          {t("打开我的方案")}
        </Button>
        <Button size="large" onClick={tryExample}>
          {t("用示例方案试一试")}
        </Button>
        <Link as="button" className={styles.skip} onClick={onDone}>
          {t("跳过")}
        </Link>
      </div>
    </main>
  );
}

function Point({ picture, name, text }: { picture: string; name: string; text: string }) {
  const styles = useStyles();
  return (
    <li className={styles.point}>
      <svg
        className={styles.picture}
        viewBox="0 0 40 40"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
      >
        <path d={picture} />
      </svg>
      <span>
        <span className={styles.name}>{name}</span>
        <span className={styles.text}>{text}</span>
      </span>
    </li>
  );
}
