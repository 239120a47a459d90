import { useEffect } from "react";
import { takesRequests, watchMatrix } from "../excel/watch";

/** Milliseconds. Edits come in bursts; the sheet is read again once they pause. */
const pauseAfterEdits = 300;

const always = (): boolean => true;

/**
 * Reads once when the page opens, and again after edits in the workbook.
 * @param isHeeded false while the page itself is writing; must stay the same function from render to render
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
    // In Excel on the web, picking a value from a list raises no event, so the sheet is read again when the user
    // returns to the pane. If Excel takes no requests (a cell is being edited), the page stays as it is.
    const come = (): void => readOncePaused(takesRequests);
    window.addEventListener("focus", come);
    // Without events the page still works: 刷新, or opening it again, reads the sheet.
    watching.catch(() => undefined);
    return () => {
      isOpen = false;
      clearTimeout(timer);
      window.removeEventListener("focus", come);
      void watching.then((end) => end()).catch(() => undefined);
    };
  }, [read, isHeeded]);
}
