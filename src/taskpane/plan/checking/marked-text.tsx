import { makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import type { Piece } from "./pieces";

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontSize: "13px", lineHeight: "22px" },
  unit: { backgroundColor: tokens.colorPaletteBlueBackground2, color: "inherit", borderRadius: "2px" },
  quantity: { backgroundColor: tokens.colorPaletteYellowBackground2, color: "inherit", borderRadius: "2px" },
});

/** The plan's own words, units and quantities marked. `onSelect` gets the selected stretch, as offsets into the source. */
export function MarkedText({ pieces, onSelect }: { pieces: readonly Piece[]; onSelect?: (span: [number, number] | undefined) => void }) {
  const styles = useStyles();
  const select = (): void => onSelect?.(spanOf(document.getSelection()));
  return (
    <p className={styles.text} onMouseUp={select} onKeyUp={select}>
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
