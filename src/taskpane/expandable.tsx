import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { t } from "../locale";

const useStyles = makeStyles({ list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" } });

/** The pane shows so many at first: a long plan has hundreds. */
const shownAtFirst = 20;

/** A list that shows its first entries, and the rest when asked. */
export function Expandable<T>({ items, render }: { items: readonly T[]; render: (item: T, index: number) => ReactNode }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The button is gone that was pressed: on with what it brought.
  useEffect(() => {
    const next = all ? list.current?.children[shownAtFirst] : undefined;
    if (!(next instanceof HTMLElement)) return;
    next.tabIndex = -1;
    next.focus();
  }, [all]);
  const shown = all ? items : items.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.list} ref={list}>{shown.map(render)}</ul>
      {shown.length < items.length && (
        <Button appearance="transparent" onClick={() => setAll(true)}>
          {t("显示全部 {{count}} 条", { count: items.length })}
        </Button>
      )}
    </>
  );
}
