import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { t } from "../locale";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
});

/**
 * How many entries are shown at first, and how many more at a time. A long plan has thousands, which would block the
 * pane.
 */
const shownAtFirst = 20;
const more = 50;

/**
 * A list that shows its first entries, and more at the press of a button.
 * @param first how many are shown at first; fewer where each entry is large
 */
export function Expandable<T>({
  items,
  render,
  first = shownAtFirst,
}: {
  items: readonly T[];
  render: (item: T, index: number) => ReactNode;
  first?: number;
}) {
  const styles = useStyles();
  const [count, setCount] = useState(first);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(count);
  // The pressed button has moved down, so the focus goes to the first of the new entries.
  useEffect(() => {
    const next = count > before.current ? list.current?.children[before.current] : undefined;
    before.current = count;
    if (!(next instanceof HTMLElement)) return;
    next.tabIndex = -1;
    next.focus();
  }, [count]);
  const left = items.length - count;
  return (
    <>
      <ul className={styles.list} ref={list}>
        {items.slice(0, count).map(render)}
      </ul>
      {left > 0 && (
        <Button appearance="transparent" onClick={() => setCount(count + more)}>
          {left <= more
            ? t("显示全部 {{count}} 条", { count: items.length })
            : t("再显示 {{more}} 条（共 {{count}} 条）", { more, count: items.length })}
        </Button>
      )}
    </>
  );
}
