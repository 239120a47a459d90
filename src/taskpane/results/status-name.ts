import { t } from "../../locale";
import { statuses, statusText, type StatusKey } from "../../matrix/statuses";

/** A status as the 状态 cell shows it, or its translation. */
export const statusName = (key: StatusKey): string => t(statusText(key));

export const statusMeaning = (key: StatusKey): string => t(statuses[key].explanation);
