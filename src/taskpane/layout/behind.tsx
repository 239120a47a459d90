import { useLayoutEffect, useRef, type ReactNode } from "react";

/**
 * A page, and in front of it what was opened from it; when that is closed the page is as it was, and the focus where it
 * was.
 */
export function Behind({ front, children }: { front: ReactNode | undefined; children: ReactNode }) {
  const isBehind = front !== undefined;
  const opener = useRef<HTMLElement | null>(null);
  const shown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isBehind) {
      opener.current = document.activeElement as HTMLElement | null;
      shown.current?.querySelector("h1")?.focus();
    } else opener.current?.focus();
  }, [isBehind]);
  return (
    <>
      <div hidden={isBehind}>{children}</div>
      {isBehind && <div ref={shown}>{front}</div>}
    </>
  );
}
