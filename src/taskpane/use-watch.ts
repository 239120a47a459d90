import { useEffect } from "react";
import { takesRequests, watchMatrix } from "../excel/watch";

/** Edits come in bursts: the sheet is read again once they pause. */
const pauseAfterEdits = 300;

const always = (): boolean => true;

/**
 * Reads once when the page opens, and again after edits in the workbook.
 * @param isHeeded false while edits are the page's own; stays the same function
 */
export function useWatch(read: () => Promise<void>, isHeeded: () => boolean = always): void {
  useEffect(() => {
    void read();
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readOncePaused = (isAnswered: () => Promise<boolean>): void => {
      const readNow = async (): Promise<void> => {
        if (isHeeded() && (await isAnswered()) && isOpen) await read();
      };
      clearTimeout(timer);
      timer = setTimeout(() => void readNow(), pauseAfterEdits);
    };
    const watching = watchMatrix(() => readOncePaused(async () => true));
    // What is picked from a list raises no event in Excel on the web: whoever comes back to the pane sees it read
    // again. Where Excel takes no requests (a cell is still edited), what is shown stays.
    const come = (): void => readOncePaused(takesRequests);
    window.addEventListener("focus", come);
    // Without events the page still works, by its button or on opening it again.
    watching.catch(() => undefined);
    return () => {
      isOpen = false;
      clearTimeout(timer);
      window.removeEventListener("focus", come);
      void watching.then((end) => end()).catch(() => undefined);
    };
  }, [read, isHeeded]);
}
