import { useCallback, useState } from "react";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import type { Ask, Line, SelfCheckReport } from "../../excel/self-check";
import { say } from "../../locale";
import { download } from "../download";
import type { AskedStep } from "./guided-step";

/** Runs the self-check and holds its state for the page. */
export function useSelfCheck() {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [report, setReport] = useState<SelfCheckReport>();
  const [failure, setFailure] = useState<ExcelFailure>();
  const [isRunning, setRunning] = useState(false);
  const [step, setStep] = useState<AskedStep>();
  const run = useCallback(async () => {
    if (isRunning) return;
    setRunning(true);
    setLines([]);
    setReport(undefined);
    setFailure(undefined);
    const ask: Ask = (asked, kind) =>
      new Promise((resolve) => {
        const onAnswer: AskedStep["onAnswer"] = (answer) => {
          setStep(undefined);
          resolve(answer);
        };
        setStep({ text: say(asked), kind, onAnswer });
      });
    try {
      const { runSelfCheck } = await import("../../excel/self-check");
      const workbook = async (): Promise<Uint8Array> =>
        (await import("../../documents/plan-workbook")).planWorkbook(
          '<check xmlns="urn:responsibility-matrix:self-check"/>',
        );
      const done = await runSelfCheck({
        ask,
        onLine: (line) => setLines((before) => [...before, line]),
        workbook,
        download: (name, bytes) => download(name, bytes, "text/plain;charset=utf-8"),
      });
      setReport(done);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setStep(undefined);
      setRunning(false);
    }
  }, [isRunning]);
  const gone = useCallback((left: string[]) => setReport((before) => before && { ...before, left }), []);
  return { lines, report, failure, isRunning, step, run, gone };
}
