import { useLayoutEffect, useRef, type ReactNode } from "react";

/**
 * A page, hidden while `overlay` is shown in its place. When the overlay closes, the page is as it was, and the focus
 * returns to where it was.
 */
export function WithOverlay({ overlay, children }: { overlay: ReactNode | undefined; children: ReactNode }) {
  const isCovered = overlay !== undefined;
  const opener = useRef<HTMLElement | null>(null);
  const shown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isCovered) {
      opener.current = document.activeElement as HTMLElement | null;
      shown.current?.querySelector("h1")?.focus();
    } else opener.current?.focus();
  }, [isCovered]);
  return (
    <>
      <div hidden={isCovered}>{children}</div>
      {isCovered && <div ref={shown}>{overlay}</div>}
    </>
  );
}
