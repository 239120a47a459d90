import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { languageTag, t } from "../../../locale";
import type { SyncPreview } from "../../../excel/sync";
import { countsByKind } from "./change-groups";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "4px 0 0", padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  // Its words begin where everything else does.
  fold: { marginLeft: "-4px", minWidth: 0, padding: "0 4px" },
  item: {
    overflowWrap: "anywhere",
    "& + &": { paddingTop: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  quiet: { display: "block", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
  buttons: { display: "flex", gap: "8px", alignItems: "center", marginTop: "4px" },
});

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleString(languageTag(), { dateStyle: "medium", timeStyle: "short" });

/** Syncs that can be taken back, the latest first; one at a time. */
export function History({
  history,
  onUndo,
  disabled,
}: {
  history: SyncPreview["history"];
  onUndo: (id: string) => void;
  disabled: boolean;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<string>();
  if (history.length === 0) return null;
  return (
    <section aria-label={t("以前的同步")}>
      <Button className={styles.fold} appearance="transparent" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("以前的同步（{{count}}）", { count: history.length })} {open ? "▴" : "▾"}
      </Button>
      {open && (
        <ul className={styles.list}>
          {history.map(({ id, at, plan, changes }, index) => (
            <li key={id} className={styles.item}>
              <span className={styles.quiet}>{timeOf(at)}</span>
              {plan}
              <span className={styles.quiet}>{countsByKind(changes.map(({ kind }) => kind))}</span>
              {index === 0 && (
                <div className={styles.buttons}>
                  {asking === id ? (
                    <>
                      <Button size="small" disabled={disabled} onClick={() => onUndo(id)}>
                        {t("确定撤销")}
                      </Button>
                      <Button size="small" onClick={() => setAsking(undefined)}>
                        {t("不撤销")}
                      </Button>
                    </>
                  ) : (
                    <Button size="small" disabled={disabled} onClick={() => setAsking(id)}>
                      {t("撤销这次同步")}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
