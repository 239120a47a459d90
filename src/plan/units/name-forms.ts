/**
 * Long and short forms of one name. Each row brings the long form to a common key; names with equal keys are one unit.
 * Only forms that cannot mean two bodies of one government are listed: names that are merely similar are asked about,
 * not merged.
 */
const TO_KEY: readonly (readonly [long: RegExp, key: string])[] = [
  [/办公室$|办公厅$/, "办"],
  [
    /^国家(?=发展|卫生|市场|税务|能源|林业|统计|医疗|医保|铁路|知识产权|体育|乡村|广播|国际|民族|粮食|外汇|药品|文物|邮政|疾病)/,
    "",
  ],
  [/发展和改革委员会|发展改革委员会|发展和改革委|发展改革委/, "发改委"],
  [/发展和改革局|发展改革局/, "发改局"],
  [/工业和信息化委员会|经济和信息化委员会|经济和信息化委|经济信息委|经济信息化委/, "经信委"],
  [/经济和信息化厅|经济信息化厅/, "经信厅"],
  [/经济和信息化局|经济信息化局/, "经信局"],
  [/工业和信息化(?=局|厅|委)|工业信息化(?=局|厅|委)/, "工信"],
  [/工业和信息化部/, "工信部"],
  [/人力资源和社会保障|人力资源社会保障|人力社保/, "人社"],
  [/住房和城乡建设|住房城乡建设|住房和建设|住房建设/, "住建"],
  [/自然资源和规划|自然资源规划|自然资源与规划/, "资规"],
  [/文化和旅游|文化旅游|文化与旅游/, "文旅"],
  [/文化广电和旅游|文化广电旅游|文化广播电视和旅游/, "文广旅"],
  [/文化体育和旅游|文化和旅游体育|文化旅游体育|文化体育旅游/, "文体旅"],
  [/卫生健康委员会|卫生健康委/, "卫健委"],
  [/卫生健康局/, "卫健局"],
  [/市场监督管理|市场监管/, "市监"],
  [/国有资产监督管理委员会/, "国资委"],
  [/国有资产监督管理局/, "国资局"],
  [/管理委员会$/, "管委会"],
  [/应急管理/, "应急"],
  [/退役军人事务/, "退役军人"],
  [/医疗保障/, "医保"],
  [/生态环境/, "环境"],
  [/林业和草原|林业草原/, "林草"],
  [/农业和农村|农业农村/, "农业农村"],
  [/交通运输/, "交通"],
  [/科学技术协会/, "科协"],
  [/科学技术(?=局|厅|部|委)/, "科技"],
  [/工商业联合会/, "工商联"],
  [/妇女联合会/, "妇联"],
  [/残疾人联合会/, "残联"],
  [/文学艺术界联合会/, "文联"],
  [/社会科学界联合会/, "社科联"],
  [/归国华侨联合会/, "侨联"],
  [/总工会/, "工会"],
  [/供销合作社联合社|供销合作联合社|供销合作总社|供销合作社|供销社/, "供销社"],
  [/国际贸易促进委员会/, "贸促会"],
  [/网络安全和信息化委员会办$|互联网信息办$/, "网信办"],
  [/机构编制委员会办$/, "编办"],
  [/军民融合发展委员会办$/, "军民融合办"],
  [/地方金融监督管理局|地方金融监管局/, "金融局"],
  [/金融监督管理局|金融监管局/, "金融监管局"],
  [/城市管理(?:和)?(?:综合)?(?:行政)?执法局/, "城管执法局"],
  [/行政审批服务局/, "行政审批局"],
  [/政务服务(?:和)?数据管理局|政务服务数据管理局/, "政数局"],
  [/财政金融局/, "财金局"],
  [/烟草专卖局/, "烟草局"],
  [/气象局/, "气象局"],
  [/消防救援/, "消防"],
  [/委员会$/, "委"],
];

/** 共青团X委员会, 共青团X委, 团X委, where X is the place or only its level. */
const YOUTH_LEAGUE = /^(?:共青团|团)(.*?)(?:委员会|委)$/;

/** The key that a printed name shares with its other forms. */
export function unitKey(name: string): string {
  let key = name.replace(/[\s（）()“”"]/g, "");
  const league = YOUTH_LEAGUE.exec(key);
  if (league && /[省市县区旗州盟]?$/.test(league[1]!)) {
    const level = /[省市县区旗州盟]$/.exec(league[1]!)?.[0] ?? "";
    return `团${level}委`;
  }
  for (const [long, short] of TO_KEY) key = key.replace(long, short);
  return key;
}

/** Common short forms that texts use outside the attributions; those that are printed become aliases. */
const SPOKEN: readonly (readonly [long: string, short: string])[] = [
  ["科学技术协会", "科协"],
  ["妇女联合会", "妇联"],
  ["工商业联合会", "工商联"],
  ["残疾人联合会", "残联"],
  ["发展和改革委员会", "发改委"],
  ["发展和改革委员会", "发展改革委"],
  ["发展和改革局", "发改局"],
  ["卫生健康委员会", "卫生健康委"],
  ["卫生健康委员会", "卫健委"],
  ["卫生健康局", "卫健局"],
  ["人力资源和社会保障局", "人社局"],
  ["住房和城乡建设局", "住建局"],
  ["市场监督管理局", "市场监管局"],
  ["工业和信息化局", "工信局"],
  ["文化和旅游局", "文旅局"],
  ["国有资产监督管理委员会", "国资委"],
];

/** The short forms that a full name may have in a text. */
export function spokenForms(name: string): string[] {
  return SPOKEN.filter(([long]) => name.includes(long)).map(([long, short]) => name.replace(long, short));
}
