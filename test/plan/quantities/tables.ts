export {
  BACKGROUND_WORDS,
  DESCRIBING_BRACKETS,
  FRAME_WORDS,
  GRANT_WORDS,
  HEADING_NOUNS,
  OBJECT_VERBS,
  PROCEDURE_WORDS,
  PROMISE_VERBS,
  SUM_VERBS,
  TARGET_NOUNS,
  WORK_WORDS,
} from "../../../src/plan/lexicon/promises";
export { MODALS as MODALS_FOR_TEST } from "../../../src/plan/quantities/indicator-names";
