/** The level word at the beginning of the names of a government's departments: 区交通建设局, 市委宣传部. */
const LEVEL_PREFIX =
  /^(?:自治区|省(?!级)|市(?!级|场|容|民(?!政|族|宗)|政(?:园林|管理|公用|工程|设施|公司|集团|局|处))|县(?!城管理|级|域)|区(?!级|域|块)|旗|州|盟)/;
const PARTY_PREFIX = /^(?:自治区党委|[省市县区旗州盟]委|党工委|工委)(?=.)/;
const PARTY =
  /^(?:组织部|宣传部|统战部|政法委|网信办|编办|巡察办|老干部局|社会工作部|社工部|农办|农工办|改革办|财经办|台办|党校|机要局|保密局|国安办|党史研究室)/;

/**
 * First words of departments that every government has. A name that begins with one, and has no level word, belongs to
 * the level printed before it.
 */
const DEPARTMENT =
  /^(?:教育|教体|科技|科学|工业|工信|经济|经信|发展|发改|财政|民政|公安|司法|人力|人社|自然资源|资源|规划|生态|环境|住房|住建|建设|城乡|交通|水利|水务|农业|农牧|农机|畜牧|商务|文化|文旅|文广|文体|旅游|卫生|卫健|应急|审计|市场监|统计|医保|医疗保障|乡村振兴|信访|国资|国有|金融|城管|城市|综合执法|综合行政|执法|行政审批|政务|大数据|数据|体育|林业|园林|绿化|气象|税务|残联|妇联|团委|总工会|工会|工商联|科协|文联|侨联|红十字会|融媒体|档案|机关|退役|民族|民宗|宗教|外事|外办|投资|招商|供销|邮政|消防|粮食|能源|地震|社会|管委会办公室|政府办|委办|广播|广电|知识产权|药监|口岸|港航|海洋|渔业|法院|检察院|人防|公积金|公共资源|疾控)/;
const DEPARTMENT_END = /(?:局|委|办|厅|中心|会|室|社|队|院|联|科协|支队|大队|委员会)$/;

export interface Prefix {
  level: string;
  /** 市委, where the name with the prefix was one of the party's; otherwise empty. */
  party: string;
}

/** The prefix of a printed name, if it has one. */
export function prefixOf(name: string): Prefix | undefined {
  const party = PARTY_PREFIX.exec(name)?.[0] ?? "";
  const level = LEVEL_PREFIX.exec(name)?.[0] ?? "";
  if (level === "" || name.length - level.length < 2) return undefined;
  return { level, party };
}

/** 金融监管总局某监管局: a branch of a central body, whichever name stands before it. */
const OF_THE_CENTRE = /总(?:局|署|行)/;

/** Whether a name without prefix can only be a department of the government named before it. */
export function isBareDepartment(name: string): boolean {
  return (
    !prefixOf(name) &&
    !OF_THE_CENTRE.test(name) &&
    (PARTY.test(name) || (DEPARTMENT.test(name) && DEPARTMENT_END.test(name)))
  );
}

/** A name without prefix, with the prefix of the name before it. */
export function withPrefix(name: string, prefix: Prefix): string {
  if (!PARTY.test(name)) return prefix.level + name;
  if (prefix.party !== "") return prefix.party + name;
  return prefix.level === "自治区" ? `自治区党委${name}` : `${prefix.level}委${name}`;
}

/** 县人力资源和社会保障: the beginning of a department's name whose last word (局) follows only after the next name. */
export function isDepartmentStem(name: string): boolean {
  return DEPARTMENT.test(name.slice(prefixOf(name)?.level.length ?? 0));
}
