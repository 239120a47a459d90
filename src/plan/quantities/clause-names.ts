import type { Amount } from "./amounts";
import type { Clause } from "./clauses";
import { nameOf, subjectsOf, verbOf, type Surroundings } from "./indicator-names";
import type { IndicatorDraft } from "./indicators";

/** Names of a clause's targets. A list shares its verb; 分别 distributes its subjects. */
export class ClauseNames {
  private verb = "";
  private shared = "";

  constructor(
    private readonly text: string,
    private readonly clause: Clause,
    public topic: string,
  ) {}

  next(amount: Amount, around: Surroundings): string {
    const first = this.shared === "";
    const name = nameOf(this.text, this.clause, amount, around, {
      verb: this.verb,
      subject: first ? this.topic : this.shared,
    });
    if (first) {
      this.verb = verbOf(name);
      this.shared = name;
    }
    if (name !== "") this.topic = name;
    return name;
  }

  /** 花生种植、收获机械化率分别达到65%和55%: each number gets its own subject. */
  distribute(drafts: readonly IndicatorDraft[]): void {
    if (drafts.length < 2 || drafts.some((draft) => draft.name !== this.shared)) return;
    const subjects = subjectsOf(this.shared, drafts.length);
    subjects.forEach((one, k) => {
      drafts[k]!.name = `${this.shared}（${one}）`;
    });
  }
}
