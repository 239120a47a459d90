import { useRef, type KeyboardEvent } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { selectedIn } from "../source/selection";
import type { HighlightedPart, HighlightKind } from "./highlights";

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontSize: "13px", lineHeight: "22px" },
  piece: { color: "inherit", borderRadius: "2px" },
});

/** Kinds also differ by their underline, not by colour alone. */
export const useHighlightStyles = makeStyles({
  lead: {
    backgroundColor: tokens.colorPaletteBlueBackground2,
    fontWeight: 600,
    borderBottom: `2px solid ${tokens.colorPaletteBlueBorderActive}`,
  },
  responsible: { backgroundColor: tokens.colorPaletteBlueBackground2 },
  group: {
    backgroundColor: tokens.colorPaletteLightTealBackground2,
    borderBottom: `2px dotted ${tokens.colorPaletteLightTealBorderActive}`,
  },
  person: {
    backgroundColor: tokens.colorPalettePurpleBackground2,
    borderBottom: `1px solid ${tokens.colorPalettePurpleBorderActive}`,
  },
  deadline: {
    backgroundColor: tokens.colorPaletteLightGreenBackground2,
    borderBottom: `1px dashed ${tokens.colorPaletteLightGreenForeground2}`,
  },
  quantity: { backgroundColor: tokens.colorPaletteYellowBackground2 },
  left: { backgroundColor: "transparent", borderBottom: `2px dashed ${tokens.colorPaletteRedBorderActive}` },
});

export const highlightNames = (): Record<HighlightKind, string> => ({
  lead: t("牵头"),
  responsible: t("责任"),
  group: t("集合称谓"),
  person: t("责任人"),
  deadline: t("完成时限"),
  quantity: t("指标"),
  left: t("没有读懂"),
});

/**
 * The plan's own text, coloured by what each part was read as. `onSelect` gets the selected span, as offsets into the
 * source. The mouse selects freely; on the keyboard the arrows go from number to number, and Shift with an arrow
 * widens the selection.
 */
export function HighlightedText({
  parts,
  onSelect,
}: {
  parts: readonly HighlightedPart[];
  onSelect?: (span: [number, number] | undefined) => void;
}) {
  const styles = useStyles();
  const kindStyles = useHighlightStyles();
  const names = highlightNames();
  const root = useRef<HTMLParagraphElement>(null);
  const choose = (): void => {
    const span = root.current ? selectedIn(root.current, document.getSelection()) : undefined;
    onSelect?.(span && [span[0], span[1]]);
  };
  return (
    <p
      className={styles.text}
      ref={root}
      tabIndex={0}
      role="group"
      aria-label={t("方案原文")}
      title={t("按左右箭头选数字，按住 Shift 扩大")}
      onMouseUp={choose}
      onKeyUp={choose}
      onKeyDown={(event) => selectNumber(event, document.getSelection())}
    >
      {parts.map(({ start, text, kind }) =>
        kind === "plain" ? (
          <span key={start} data-start={start}>
            {text}
          </span>
        ) : (
          <mark
            key={start}
            data-start={start}
            className={mergeClasses(styles.piece, kindStyles[kind])}
            title={names[kind]}
          >
            {text}
          </mark>
        ),
      )}
    </p>
  );
}

/** Selects the next number after the selection, or the one before it. */
function selectNumber(event: KeyboardEvent<HTMLElement>, chosen: Selection | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || event.shiftKey || !chosen) return;
  event.preventDefault();
  const numbers = [...event.currentTarget.querySelectorAll("[data-start]")].flatMap(({ firstChild }) =>
    [...(firstChild?.textContent ?? "").matchAll(/[\d０-９][\d０-９.．%％]*/g)].map(({ index, 0: number }) => ({
      node: firstChild!,
      from: index,
      to: index + number.length,
    })),
  );
  const held =
    chosen.rangeCount > 0 && event.currentTarget.contains(chosen.anchorNode) ? chosen.getRangeAt(0) : undefined;
  const next =
    step > 0
      ? numbers.find(({ node, from }) => !held || held.comparePoint(node, from) > 0)
      : numbers.reverse().find(({ node, to }) => held && held.comparePoint(node, to) < 0);
  if (!next) return;
  chosen.setBaseAndExtent(next.node, next.from, next.node, next.to);
  next.node.parentElement?.scrollIntoView({ block: "nearest" });
}
