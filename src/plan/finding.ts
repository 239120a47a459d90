import type { Finding, Severity, Span } from "./model";
import { inChinese, type Sentence } from "./sentence";

/** A finding, with what it says in Chinese beside the sentence itself. */
export const finding = (rule: string, severity: Severity, said: Sentence, span: Span): Finding => ({
  rule,
  severity,
  message: inChinese(said),
  said,
  span,
});

/** A place where something of the plan may be missing or wrong as read. */
export const leftOver = (rule: string, severity: Severity, said: Sentence, span: Span): Finding => ({
  ...finding(rule, severity, said, span),
  about: "reading",
});

/** The finding as it is printed and stored: Chinese alone. */
export function inPrint({ said: _said, ...printed }: Finding): Finding {
  return printed;
}
