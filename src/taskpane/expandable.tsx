import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { t } from "../locale";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
});

/** The pane shows so many at first, and so many more at a time: a long plan has thousands, which would hold it up. */
const shownAtFirst = 20;
const more = 50;

/**
 * A list that shows its first entries, and further ones when asked.
 * @param first fewer, where each of them is large
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
  // The button has moved on that was pressed: on with what it brought.
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
