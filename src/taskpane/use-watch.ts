import { useEffect } from "react";
import { watchMatrix } from "../excel/watch";

/** Edits come in bursts: the sheet is read again once they pause. */
const pauseAfterEdits = 300;

/** Reads once when the page opens, and again after edits in the workbook. */
export function useWatch(read: () => Promise<void>): void {
  useEffect(() => {
    void read();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watching = watchMatrix(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), pauseAfterEdits);
    });
    // Without events the page still works, by its button or on opening it again.
    watching.catch(() => undefined);
    return () => {
      clearTimeout(timer);
      void watching.then((end) => end()).catch(() => undefined);
    };
  }, [read]);
}
