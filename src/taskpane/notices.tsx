import { useEffect, useState } from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { onNotice } from "../excel/notices";
import { say, t } from "../locale";
import type { Sentence } from "../plan/sentence";

/**
 * Notices about things that Excel refused although the work itself was done. They stay until the user dismisses them.
 */
export function Notices() {
  const [told, setTold] = useState<readonly Sentence[]>([]);
  useEffect(() => {
    return onNotice((said) => setTold((before) => [...before.filter((one) => say(one) !== say(said)), said]));
  }, []);
  if (told.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        {told.map((one) => (
          <div key={say(one)}>{say(one)}</div>
        ))}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => setTold([])}>
          {t("知道了")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
