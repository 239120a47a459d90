import type { ReactNode } from "react";
import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import type { PartKey } from "./navigation";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px" },
  list: { margin: "-8px 0 0 -8px", flexWrap: "wrap" },
});

interface PartsProps<K extends PartKey> {
  label: string;
  parts: Readonly<Record<K, string>>;
  chosen: K;
  onChoose: (part: K) => void;
  children: ReactNode;
}

/** A page of several parts: tabs with their names, and the chosen part below. */
export function Parts<K extends PartKey>({ label, parts, chosen, onChoose, children }: PartsProps<K>) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <TabList
        className={styles.list}
        size="small"
        appearance="subtle"
        aria-label={label}
        selectedValue={chosen}
        onTabSelect={(_, { value }) => onChoose(value as K)}
      >
        {(Object.keys(parts) as K[]).map((key) => (
          <Tab key={key} value={key} id={`part-${key}`}>
            {parts[key]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`part-${chosen}`}>
        {children}
      </div>
    </div>
  );
}
