import type { Finding, Severity, Span } from "./model";
import { inChinese, type Sentence } from "./sentence";

/** A finding with its message in Chinese, and the sentence for other languages. */
export const finding = (rule: string, severity: Severity, said: Sentence, span: Span): Finding => ({
  rule,
  severity,
  message: inChinese(said),
  said,
  span,
});

/** A finding about the reading: here something of the plan may be missing or wrong as read. */
export const leftOver = (rule: string, severity: Severity, said: Sentence, span: Span): Finding => ({
  ...finding(rule, severity, said, span),
  about: "reading",
});

/** The finding as it is printed and stored: with its Chinese message only. */
export function inPrint({ said: _said, ...printed }: Finding): Finding {
  return printed;
}
