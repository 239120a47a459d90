// The plan that comes with the add-in, as plain text; read by the same reader as any other.
import text from "../../seeds/达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）.txt";

/** The text of the bundled plan, not yet read. */
export const bundledText: string = text;
