import { isAwaited } from "./awaiting";
import { duties } from "./stock";

/** Indexes of the duties that plans may have now. */
export const allowedDuties: readonly number[] = duties.flatMap(({ promises }, index) => (isAwaited("amounts in 万") && promises.some(({ measure }) => measure.startsWith("万")) ? [] : [index]));
