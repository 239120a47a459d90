// The plan bundled with the add-in, as plain text. It goes through the same reader as any other plan.
import text from "../../seeds/达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）.txt";

/** The bundled plan's text, not parsed yet. */
export const bundledText: string = text;
