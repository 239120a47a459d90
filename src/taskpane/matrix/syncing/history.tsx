import { useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { dateTimeText, t } from "../../../locale";
import type { SyncPreview } from "../../../excel/sync";
import { countsByKind } from "./change-groups";
import { smallText } from "../../layout/small-text";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "4px 0 0", padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  // Aligns the button's text with everything else.
  fold: { marginLeft: "-4px", minWidth: 0, padding: "0 4px" },
  item: {
    overflowWrap: "anywhere",
    "& + &": { paddingTop: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  quiet: { display: "block", ...smallText },
  buttons: { display: "flex", gap: "8px", alignItems: "center", marginTop: "4px" },
});

/** Syncs that can be undone, the latest first; only the latest has a button. */
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
              <span className={styles.quiet}>{dateTimeText(at)}</span>
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
