import type { ReactNode } from "react";
import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  empty: {
    padding: "24px 0",
    textAlign: "center",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    alignItems: "center",
  },
});

/** What a page shows while it has nothing to work on: a sentence, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className={useStyles().empty}>{children}</div>;
}
