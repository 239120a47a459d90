import { PROMISE_VERBS } from "../lexicon/promises";
import { anyOf } from "../lexicon/wording";
import { CADENCE, CHANGE_LAST, EVENT } from "./objections/patterns";
import { withoutModals, type AmountContext } from "./context";

/** One way in which a text promises an amount. */
export interface Claim {
  id: string;
  /** `example`: a text whose number is promised in this way. `but`: a similar text whose number is not. */
  example: string;
  but: string;
  /** Start of the words that promise the amount; `undefined` when the text does not promise it in this way. */
  promisedFrom: (context: AmountContext) => number | undefined;
}

const VERBS = new RegExp(anyOf(PROMISE_VERBS), "g");
const PLACED = /^[^，。；,;\n]{0,16}(?:开展|建设|推广|实施|建立|布设|试点|设立|设置|建成|安装|组织|完成|配备)/;
const SERVED = /^[^，。；,;\n]{0,16}(?:开展|提供|发放|配备|配送|免费|办理|解决|实施|安装|建设|改造|落实)/;
const JOINED = /^[^，。；,;\n]{0,16}(?:签订|签署|签约|建立|组建|共建|合作|对接|开展|打造|成立|设立|建设)/;
const TURNED = /^[^，。；,;\n]{0,16}(?:纳入|列入|改造|打造|建成|建设|转为|升级|改为|作为|确定为|培育)/;
const DONE =
  /^[^，。；,;\n]{0,16}(?:完成|实现|建成|达到|通过|创成|开工|竣工|投产|投运|投用|启动|上线|挂牌|落地|并网|复工)/;
/** What a share of something does: 90%的市场主体纳入平台. */
const SHARED =
  /^的?[^，。；,;\n]{1,24}(?:纳入|接入|配备|开展|建立|建有|设置|设有|具备|掌握|完成|实现|达到|通过|上线|参加|签约|安装|享受|使用|应用|启用|覆盖)/;

const startIf = (context: AmountContext, is: boolean): number | undefined => (is ? context.amount.start : undefined);

/** Tried in this order. */
export const CLAIMS: readonly Claim[] = [
  {
    id: "list",
    example: "培育讲解员20名、志愿者300名。",
    but: "培育讲解员，志愿者的300名。",
    promisedFrom: (context) =>
      startIf(context, context.afterTarget && /^[、和及与以并]/.test(context.sincePrevious || "、")),
  },
  {
    id: "verb",
    example: "建设驿站5个。",
    but: "由镇街的5个驿站服务更美观。",
    promisedFrom: ({ clauseBefore, amount }) => {
      const last = [...clauseBefore.matchAll(VERBS)].at(-1);
      return last && amount.start - clauseBefore.length + last.index;
    },
  },
  {
    id: "in-places",
    example: "在5个镇开展试点。",
    but: "在5个镇的基础上。",
    promisedFrom: (context) => startIf(context, /在$/.test(context.sincePrevious) && PLACED.test(context.clauseAfter)),
  },
  {
    id: "for-whom",
    example: "为20个村配送健身器材。",
    but: "作为5个部门的窗口。",
    promisedFrom: (context) =>
      startIf(
        context,
        /(?:^|[，。；、：:]|每年|[年月底末前内])[为向给](?:其中)?$/.test(context.clauseBefore) &&
          SERVED.test(context.clauseAfter),
      ),
  },
  {
    id: "with-whom",
    example: "与10所高校签订协议。",
    but: "与10所高校的差距。",
    promisedFrom: (context) =>
      startIf(
        context,
        /(?:^|[，。；、：:]|每年|[年月底末前内])(?:与|同|联合|会同|携手)$/.test(context.clauseBefore) &&
          JOINED.test(context.clauseAfter),
      ),
  },
  {
    id: "turned-into",
    example: "把12个小区纳入改造。",
    but: "把12个小区的意见反馈。",
    promisedFrom: (context) =>
      startIf(context, /(?:把|将)$/.test(context.clauseBefore) && TURNED.test(context.clauseAfter)),
  },
  {
    id: "so-many-do",
    example: "5个镇完成试点。",
    but: "5个镇的干部。",
    promisedFrom: (context) =>
      startIf(context, withoutModals(context.sincePrevious) === "" && DONE.test(context.clauseAfter)),
  },
  {
    id: "share-does",
    example: "90%的店铺纳入平台。",
    but: "90%的店铺。",
    promisedFrom: (context) =>
      startIf(
        context,
        context.kind === "rate" && withoutModals(context.sincePrevious) === "" && SHARED.test(context.clauseAfter),
      ),
  },
  {
    id: "change",
    example: "网店数量翻一番。",
    but: "一番努力。",
    promisedFrom: (context) => startIf(context, context.kind === "rate" && CHANGE_LAST.test(context.sincePrevious)),
  },
  {
    id: "how-often",
    example: "每季度家访一次。",
    but: "家访过一次。",
    promisedFrom: (context) => startIf(context, EVENT.test(context.unit) && CADENCE.test(context.clauseBefore)),
  },
  { id: "stands-last", example: "村史馆5个。", but: "村史馆5个展厅的灯光。", promisedFrom: standsLast },
];

/** In 村史馆5个 the clause consists of the thing counted and the number, with nothing after them. */
function standsLast(context: AmountContext): number | undefined {
  const { clauseAfter, sincePrevious, isTitle } = context;
  const ends = clauseAfter === "" || /^(?:[、和及与(]|以及|等$)/.test(clauseAfter);
  return startIf(
    context,
    ends && !isTitle && /[\u4e00-\u9fff”)》]/.test(sincePrevious.slice(-1)) && withoutModals(sincePrevious).length >= 2,
  );
}
