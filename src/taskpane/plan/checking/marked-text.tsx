import type { KeyboardEvent } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import type { Piece } from "./pieces";

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontSize: "13px", lineHeight: "22px" },
  unit: { backgroundColor: tokens.colorPaletteBlueBackground2, color: "inherit", borderRadius: "2px" },
  quantity: { backgroundColor: tokens.colorPaletteYellowBackground2, color: "inherit", borderRadius: "2px" },
});

/**
 * The plan's own words, units and quantities marked. `onSelect` gets the selected stretch, as offsets into the source: drawn
 * with the mouse, or by keyboard, where the arrows go from number to number and Shift with an arrow widens.
 */
export function MarkedText({ pieces, onSelect }: { pieces: readonly Piece[]; onSelect?: (span: [number, number] | undefined) => void }) {
  const styles = useStyles();
  const select = (): void => onSelect?.(spanOf(document.getSelection()));
  return (
    <p className={styles.text} tabIndex={0} role="group" aria-label={t("方案原文")} title={t("按左右箭头选数字，按住 Shift 扩大")} onMouseUp={select} onKeyUp={select} onKeyDown={(event) => toNumber(event, document.getSelection())}>
      {pieces.map(({ start, text, kind }) =>
        kind === "plain" ? (
          <span key={start} data-start={start}>
            {text}
          </span>
        ) : (
          <mark key={start} data-start={start} className={kind === "unit" ? styles.unit : styles.quantity} title={kind === "unit" ? t("单位") : t("指标")}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}

/** The number after what is selected, or before it. */
function toNumber(event: KeyboardEvent<HTMLElement>, chosen: Selection | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || event.shiftKey || !chosen) return;
  event.preventDefault();
  const numbers = [...event.currentTarget.querySelectorAll("[data-start]")].flatMap(({ firstChild }) =>
    [...(firstChild?.textContent ?? "").matchAll(/[\d０-９][\d０-９.．%％]*/g)].map(({ index, 0: number }) => ({ node: firstChild!, from: index, to: index + number.length })),
  );
  const held = chosen.rangeCount > 0 && event.currentTarget.contains(chosen.anchorNode) ? chosen.getRangeAt(0) : undefined;
  const next = step > 0 ? numbers.find(({ node, from }) => !held || held.comparePoint(node, from) > 0) : numbers.reverse().find(({ node, to }) => held && held.comparePoint(node, to) < 0);
  if (!next) return;
  chosen.setBaseAndExtent(next.node, next.from, next.node, next.to);
  next.node.parentElement?.scrollIntoView({ block: "nearest" });
}

function spanOf(chosen: Selection | null): [number, number] | undefined {
  if (!chosen || chosen.rangeCount === 0 || chosen.isCollapsed) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = chosen.getRangeAt(0);
  const from = offsetOf(startContainer, startOffset);
  const to = offsetOf(endContainer, endOffset);
  return from !== undefined && to !== undefined && to > from ? [from, to] : undefined;
}

/** Each piece is one text node in an element that knows where it begins. */
function offsetOf(node: Node, offset: number): number | undefined {
  const element = node.parentElement?.closest<HTMLElement>("[data-start]");
  return element ? Number(element.dataset.start) + offset : undefined;
}
