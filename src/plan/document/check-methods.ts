/** Kinds of checking: the methods named with one of these are ways of checking. */
const CHECKING = /评估|考核|检查|督查|督导|督办|验收|评价|自查|核查|抽查|考评|评议|巡查/;
/** What people do to find out. A list without any of these is no list of ways of checking. */
const LOOKING =
  /访|查|看|阅|听|谈|问|评|测|抽|核|审|检|督|巡|考|验|调研|调查|座谈|汇报|通报|台账|资料|现场|实地|第三方/;
/** Other purposes for which plans list methods. */
const OTHER_ENDS =
  /宣传|宣讲|推广|普及|传播|展示|培训|教育|支持|鼓励|引导|扶持|奖励|吸引|引进|筹集|融资|培育|建设|发展|提供|扩大|拓展|提升|提高|丰富|创新/;
const ENDING = /(?:等|相结合|结合)的?(?:多种|各种|不同|有效|灵活)?的?(?:方式|形式|办法|方法|手段|途径)/g;
const OPENING = /采取|采用|通过|运用|利用|借助|依托|以(?!及|上|下|来|后|前|外|内|确保|便)/g;
/** 考核方式：…, 评估办法包括…: the list stands behind its label. */
const LABEL =
  /(?:评估|考核|检查|督查|督导|验收|评价|自查|核查|考评)(?:工作)?的?(?:主要)?(?:方式|形式|方法|办法|手段)(?:主要)?(?:为|是|有|包括|采取|采用|分为|[:：])/g;
const SENTENCE_END = /[。；;！？!?\n]/;
/** In characters: the longest list, the longest method, and how far from the list its purpose may be named. */
const longestList = 80;
const longestWay = 12;
const nearby = 60;

/**
 * 评估方式: the methods by which a plan says that its results will be checked (实地走访、查验资料 …).
 * @param text cleaned text
 * @returns in the order of the text, each once; empty where it names none
 */
export function checkMethods(text: string): string[] {
  const found = new Set<string>();
  for (const sentence of text.split(SENTENCE_END)) {
    if (!CHECKING.test(sentence)) continue;
    for (const list of [...listsBeforeEnding(sentence), ...listsAfterLabel(sentence)]) {
      const ways = waysOf(list);
      if (ways.some((way) => LOOKING.test(way))) for (const way of ways) found.add(way);
    }
  }
  return [...found];
}

/** 通过A、B等方式 …: lists whose purpose, named behind the list or right before it, is a check. */
function listsBeforeEnding(sentence: string): string[] {
  const endings = [...sentence.matchAll(ENDING)];
  return endings.flatMap((ending, index) => {
    const from = Math.max(
      endings[index - 1] ? endings[index - 1]!.index + endings[index - 1]![0].length : 0,
      ending.index - longestList,
    );
    const opening = [...sentence.slice(from, ending.index).matchAll(OPENING)].pop();
    if (!opening) return [];
    const start = from + opening.index;
    const behind = sentence.slice(ending.index + ending[0].length, endings[index + 1]?.index).slice(0, nearby);
    const before = sentence.slice(Math.max(0, start - nearby), start);
    return serves(behind, before) ? [sentence.slice(start + opening[0].length, ending.index)] : [];
  });
}

function serves(behind: string, before: string): boolean {
  const check = CHECKING.exec(behind);
  const other = OTHER_ENDS.exec(behind);
  if (check) return !other || other.index > check.index;
  // 督查采取…等方式进行: the clause before counts only where no other purpose follows.
  const clauses = before.split(/[，,]/).filter((clause) => clause !== "");
  return !other && CHECKING.test(clauses[clauses.length - 1] ?? "");
}

const listsAfterLabel = (sentence: string): string[] =>
  [...sentence.matchAll(LABEL)].flatMap((label) => {
    const rest = sentence.slice(label.index + label[0].length).slice(0, longestList);
    return /[、和与及]/.test(rest) && !OTHER_ENDS.test(rest)
      ? [rest.split(/[，,]/)[0]!.replace(new RegExp(`${ENDING.source}.*$`), "")]
      : [];
  });

function waysOf(list: string): string[] {
  return list
    .split(/[、，,]|以及|(?<=..)及(?=..)|(?<=..)和(?!谐)(?=..)|(?<=.[^参])与(?=..)/)
    .map((way) =>
      way
        .replace(/[“”"‘’'()《》]/g, "")
        .replace(/^(?:以及|及|和|与|并|或者?|综合)/, "")
        .replace(/(?:相结合|结合|进行|等)$/, ""),
    )
    .filter((way) => way.length >= 2 && way.length <= longestWay);
}
