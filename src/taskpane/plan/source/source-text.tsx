import { memo, useEffect, useLayoutEffect, useMemo, type KeyboardEvent, type RefObject } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import type { Span } from "../../../plan/model";
import { select, selectedIn } from "./selection";
import type { KeyboardSelection } from "./keyboard-selection";
import { shadedParts, chunksOf, type Shade, type ShadeKind, type Chunk } from "./chunks";

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: "8px",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    font: "inherit",
    fontSize: "13px",
    lineHeight: "22px",
    backgroundColor: tokens.colorNeutralBackground3,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // The browser lays out only the chunks in view, so that a long plan opens fast. Until then a chunk counts as 50 lines
  // high.
  stretch: { display: "block", contentVisibility: "auto", containIntrinsicSize: "auto 1100px" },
  piece: { color: "inherit", backgroundColor: "transparent" },
  task: { backgroundColor: tokens.colorNeutralBackground1 },
  byHand: {
    backgroundColor: tokens.colorNeutralBackground1,
    textDecorationLine: "underline",
    textDecorationColor: tokens.colorBrandStroke1,
    textDecorationThickness: "2px",
    textUnderlineOffset: "4px",
  },
  place: { backgroundColor: tokens.colorPaletteYellowBackground2 },
  current: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    outline: `1px solid ${tokens.colorPaletteYellowBorderActive}`,
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2Pressed, outline: `1px solid ${tokens.colorBrandStroke1}` },
});

interface SourceTextProps {
  /** The element that contains the text. */
  root: RefObject<HTMLPreElement>;
  source: string;
  shades: readonly Shade[];
  chosen: Span | undefined;
  steps: KeyboardSelection;
  /** Scrolled into view when it changes. */
  current: Span | undefined;
  onChoose: (span: Span | undefined) => void;
}

/** The plan's whole text. A passage is selected with the mouse, or by keyboard as `KeyboardSelection` says. */
export function SourceText({ root, source, shades, chosen, steps, current, onChoose }: SourceTextProps) {
  const styles = useStyles();
  const chunks = useMemo(() => chunksOf(source), [source]);
  const shown = useMemo(
    () =>
      chunks.map((stretch) =>
        shades.filter(({ span }) => span[0] < stretch.start + stretch.text.length && span[1] > stretch.start),
      ),
    [chunks, shades],
  );
  // `void`, because newer browsers return a promise, which React would take for a clean-up function.
  useEffect(
    () => void root.current?.querySelector("mark[data-current]")?.scrollIntoView?.({ block: "center" }),
    [root, current],
  );
  useLayoutEffect(() => {
    if (!chosen || !root.current) return;
    select(root.current, chosen, document.getSelection());
    if (document.activeElement === root.current)
      root.current.querySelector("[data-chosen]")?.scrollIntoView?.({ block: "nearest" });
  }, [root, chosen]);
  useEffect(() => {
    // The mouse button may be released outside the text.
    const letGo = (): void => {
      const selected = root.current && selectedIn(root.current, document.getSelection());
      if (selected) onChoose(selected);
    };
    document.addEventListener("mouseup", letGo);
    document.addEventListener("touchend", letGo);
    return () => {
      document.removeEventListener("mouseup", letGo);
      document.removeEventListener("touchend", letGo);
    };
  }, [root, onChoose]);
  const step = (event: KeyboardEvent): void => {
    const next = stepFor(event, steps, chosen);
    if (next === undefined) return;
    event.preventDefault();
    if (next) onChoose(next);
  };
  return (
    <pre
      className={styles.text}
      tabIndex={0}
      role="group"
      aria-label={t("方案原文")}
      aria-describedby="choosing"
      ref={root}
      onKeyDown={step}
    >
      {chunks.map((stretch, index) => (
        <ChunkOfText key={stretch.start} chunk={stretch} shades={shown[index]!} {...chosenWithin(chosen, stretch)} />
      ))}
    </pre>
  );
}

/**
 * The selection after a key. Null: nothing changes, but the key is consumed. Undefined: the key has no meaning here.
 */
function stepFor(
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
  steps: KeyboardSelection,
  chosen: Span | undefined,
): Span | null | undefined {
  if (altKey || metaKey) return undefined;
  if (key === "ArrowDown" || key === "ArrowUp")
    return ctrlKey ? undefined : (steps.line(chosen, key === "ArrowDown" ? 1 : -1, shiftKey) ?? null);
  if (key !== "ArrowRight" && key !== "ArrowLeft") return undefined;
  const step = key === "ArrowRight" ? 1 : -1;
  if (shiftKey || ctrlKey) return steps.edge(chosen, step, ctrlKey ? "start" : "end") ?? null;
  return steps.word(chosen, step) ?? null;
}

/** The part of the selection inside a chunk, so that only the chunks concerned are rendered again. */
function chosenWithin(chosen: Span | undefined, { start, text }: Chunk): { from?: number; to?: number } {
  if (!chosen || chosen[0] >= start + text.length || chosen[1] <= start) return {};
  return { from: Math.max(chosen[0], start), to: Math.min(chosen[1], start + text.length) };
}

interface ChunkProps {
  chunk: Chunk;
  shades: readonly Shade[];
  from?: number;
  to?: number;
}

const ChunkOfText = memo(function StretchOfText({ chunk, shades, from, to }: ChunkProps) {
  const styles = useStyles();
  const all: readonly Shade[] =
    from === undefined || to === undefined ? shades : [...shades, { span: [from, to], kind: "chosen" }];
  const names: Partial<Record<ShadeKind, string>> = {
    byHand: t("您标出的任务"),
    place: t("没有读懂的地方"),
    current: t("没有读懂的地方"),
  };
  return (
    <span className={styles.stretch}>
      {shadedParts(chunk, all).map(({ start, text, kinds }) => {
        const top = kinds.at(-1);
        const title = kinds.map((kind) => names[kind]).find((name) => name !== undefined);
        const Tag = kinds.includes("current") ? "mark" : "span";
        return (
          <Tag
            key={start}
            data-start={start}
            {...(kinds.includes("current") ? { "data-current": "" } : {})}
            {...(top === "chosen" ? { "data-chosen": "" } : {})}
            {...(title ? { title } : {})}
            className={mergeClasses(styles.piece, ...kinds.map((kind) => styles[kind]))}
          >
            {text}
          </Tag>
        );
      })}
    </span>
  );
});
