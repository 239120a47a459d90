/**
 * 简称: the names by which a county's offices call each other (发改委, 人社局, 网信办), for the narrow columns of a sheet. They
 * come from a table; a name that the table does not know loses its place and level, then its least specific words.
 */
export interface ShortNameRow {
  id: string;
  /** A name without its place, and its 简称. */
  example: readonly [name: string, short: string];
  match: RegExp;
  short: string;
}

const row = (id: string, match: RegExp, short: string, example: ShortNameRow["example"]): ShortNameRow => ({
  id,
  match,
  short,
  example,
});

/** Rows in the order in which they are applied, each to the result of those before. */
export const SHORT_NAMES: readonly ShortNameRow[] = [
  row("eco-branch", /^.*生态环境局.+分局$/, "生态环境分局", ["呼伦贝尔市生态环境局鄂温克族自治旗分局", "生态环境分局"]),
  row("finance-branch", /^国家金融监督管理总局.+(支局|分局)$/, "金融监管$1", [
    "国家金融监督管理总局平潭监管支局",
    "金融监管支局",
  ]),
  row(
    "party-office",
    /^(?:中国?共(?:产党)?.{0,10})?[省市县区旗州盟]?委(?=(?:宣传|组织|统战|统一战线|政法|网信|编办|机构编制|网络安全|社会工作|老干部|党校|农村工作|农办|改革办|巡察|政研|军民|外事|国安|财经|审计|全面))/,
    "",
    ["县委宣传部", "宣传部"],
  ),
  row("cyber", /网络安全和信息化委员会办公室|互联网信息办公室/, "网信办", ["网络安全和信息化委员会办公室", "网信办"]),
  row("staffing", /机构编制委员会办公室/, "编办", ["机构编制委员会办公室", "编办"]),
  row("united-front", /统一战线工作部/, "统战部", ["统一战线工作部", "统战部"]),
  row("politics-law", /政法委员会/, "政法委", ["政法委员会", "政法委"]),
  row("government-office", /^人民政府办公室$/, "政府办", ["人民政府办公室", "政府办"]),
  row("government", /人民政府/, "政府", ["城关镇人民政府", "城关镇政府"]),
  row("reform-commission", /发展(?:和)?改革委(?:员会)?/, "发改委", ["发展和改革委员会", "发改委"]),
  row("reform-bureau", /发展(?:和)?改革局/, "发改局", ["发展和改革局", "发改局"]),
  row("economy-commission", /经济(?:和|与)?信息化?委(?:员会)?/, "经信委", ["经济信息化委员会", "经信委"]),
  row("economy", /经济(?:和|与)?信息化(?=[局厅])/, "经信", ["经济和信息化局", "经信局"]),
  row("industry", /工业(?:和|与)?信息化/, "工信", ["工业和信息化局", "工信局"]),
  row("labour", /人力资源(?:和|与)?社会保障|人力社保/, "人社", ["人力资源和社会保障局", "人社局"]),
  row("housing", /住房(?:和|与)?城乡建设/, "住建", ["住房和城乡建设局", "住建局"]),
  row("land", /自然资源(?:和|与)?规划/, "自然资源规划", ["自然资源和规划局", "自然资源规划局"]),
  row("culture-broadcast", /文化广(?:播)?电(?:视)?(?:和|与)?旅游/, "文广旅", ["文化广电和旅游局", "文广旅局"]),
  row("culture-and-broadcast", /文化(?:和|与)?旅游(?:和|与)?广(?:播)?电(?:视)?/, "文旅广电", [
    "文化旅游和广播电视局",
    "文旅广电局",
  ]),
  row("culture-sport", /文化(?:和|与)?体育(?:和|与)?旅游|文化(?:和|与)?旅游体育/, "文体旅", [
    "文化体育和旅游局",
    "文体旅局",
  ]),
  row("culture", /文化(?:和|与)?旅游/, "文旅", ["文化和旅游局", "文旅局"]),
  row("health-commission", /卫生健康委(?:员会)?/, "卫健委", ["卫生健康委员会", "卫健委"]),
  row("health", /卫生健康/, "卫健", ["卫生健康局", "卫健局"]),
  row("market", /市场监督管理/, "市场监管", ["市场监督管理局", "市场监管局"]),
  row("assets-commission", /国有资产监督管理委(?:员会)?/, "国资委", ["国有资产监督管理委员会", "国资委"]),
  row("assets", /国有资产(?:监督)?管理/, "国资", ["国有资产监督管理局", "国资局"]),
  row("emergency", /应急管理/, "应急", ["应急管理局", "应急局"]),
  row("veterans", /退役军人事务/, "退役军人", ["退役军人事务局", "退役军人局"]),
  row("insurance", /医疗保障/, "医保", ["医疗保障局", "医保局"]),
  row("science-association", /科学技术协会/, "科协", ["科学技术协会", "科协"]),
  row("science", /科学技术/, "科技", ["科学技术局", "科技局"]),
  row("commerce-federation", /工商业联合会/, "工商联", ["工商业联合会", "工商联"]),
  row("women", /妇女联合会/, "妇联", ["妇女联合会", "妇联"]),
  row("disabled", /残疾人联合会/, "残联", ["残疾人联合会", "残联"]),
  row("arts", /文学艺术界联合会/, "文联", ["文学艺术界联合会", "文联"]),
  row("social-science", /社会科学界联合会/, "社科联", ["社会科学界联合会", "社科联"]),
  row("overseas", /归国华侨联合会/, "侨联", ["归国华侨联合会", "侨联"]),
  row("co-operative", /供销合作(?:社联合社|联合社|总社|社)|供销社联合社/, "供销社", ["供销合作社联合社", "供销社"]),
  row("trade-promotion", /国际贸易促进委员会/, "贸促会", ["国际贸易促进委员会", "贸促会"]),
  row("ethnic-religion", /民族(?:和|与)?宗教(?:事务)?/, "民宗", ["民族宗教事务局", "民宗局"]),
  row("ethnic", /民族事务委员会/, "民委", ["民族事务委员会", "民委"]),
  row("education-sport", /教育(?:和|与)?体育/, "教体", ["教育体育局", "教体局"]),
  row("forestry", /林业(?:和|与)?草原/, "林草", ["林业和草原局", "林草局"]),
  row("approval", /(?:行政)?审批服务局/, "审批局", ["行政审批服务局", "审批局"]),
  row("city", /城市管理(?:和|与)?(?:综合)?(?:行政)?执法/, "城管执法", ["城市管理综合行政执法局", "城管执法局"]),
  row("city-management", /城市管理/, "城管", ["城市管理局", "城管局"]),
  row("transport", /交通运输/, "交通", ["交通运输局", "交通局"]),
  row("fire", /消防救援(?=[大支总]队)/, "消防", ["消防救援大队", "消防大队"]),
  row("tobacco", /烟草专卖/, "烟草", ["烟草专卖局", "烟草局"]),
  row("post", /邮政管理/, "邮政", ["邮政管理局", "邮政局"]),
  row("finance-supervision", /(?:地方)?金融监(?:督管理|管)/, "金融监管", ["地方金融监督管理局", "金融监管局"]),
  row("people-bank", /^中国人民银行/, "人行", ["中国人民银行平潭支行", "人行平潭支行"]),
  row("development-zone", /经济(?:技术)?开发区/, "经开区", ["经济技术开发区管委会", "经开区管委会"]),
  row("high-tech-zone", /高新技术(?:产业)?开发区/, "高新区", ["高新技术产业开发区管委会", "高新区管委会"]),
  row("management-committee", /管理委员会/, "管委会", ["工业园区管理委员会", "工业园区管委会"]),
  row("companies", /(?:股份)?有限(?:责任)?公司$/, "公司", ["城市投资有限责任公司", "城市投资公司"]),
  row("office", /(?<=.)办公室$/, "办", ["金融办公室", "金融办"]),
];

/** The longest 简称, in characters, for a header of upright characters. */
export const longestShortName = 7;

/** The least specific words of a long name, removed in this order until it is short enough. */
const TELLS_LITTLE = [
  /[（(][^（）()]*[）)]/,
  /^国网/,
  /综合(?=.)/,
  /统筹/,
  /(?<=.)发展(?=中心|服务)/,
  /服务(?=中心)/,
  /管理(?=中心|局)/,
  /事务(?=中心|局)/,
  /交易(?=中心)/,
  /(?<=.)[和与](?=.)/,
  /工作(?=部|局|办)/,
  /领导小组/,
];

const LEVEL = "[省市县区旗州盟]";
/** 市场, 区域: the first character is not a level. */
const NO_LEVEL =
  /^(?:市(?:场|容|民|长|政(?!府|法|务|协|数|研))|县(?:域|级|长|直)|区(?:域|块|划|级|长|直|属|县)|省(?:级|直|长|道)|旗(?:舰|帜|直|级|县)|州(?:级|直)|盟(?:友|市|直))/;
/** 城市, 各区: not the name of a place. */
const NO_PLACE = /^(?:城|各|全|有关|相关)|城市$/;
const YOUTH_LEAGUE = new RegExp(`^(?:中国)?(?:共青)?团(?:.*?)(${LEVEL})委(?:员会)?$`);

/**
 * Place names at the beginning of more than one name, or of one name and also found elsewhere: within another name, or
 * in the plan's title or issuer.
 * @returns longest first
 */
function placesOf(names: readonly string[], context: string): string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const place = new RegExp(`^(.{2,9}?(?:自治)?${LEVEL})..`).exec(name)?.[1];
    if (place !== undefined && !NO_PLACE.test(place)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const isElsewhere = (place: string): boolean =>
    context.includes(place) || names.some((name) => name.indexOf(place) > 0);
  return [...counts]
    .filter(([place, count]) => count > 1 || isElsewhere(place))
    .map(([place]) => place)
    .sort((a, b) => b.length - a.length);
}

/**
 * Splits a name into its place, its level word and the rest; the rest is the whole name where neither can be removed.
 */
function withoutPlace(name: string, places: readonly string[]): { rest: string; place: string; level: string } {
  const place = places.find((one) => name.startsWith(one) && name.length - one.length >= 2);
  if (place !== undefined) return { rest: name.slice(place.length), place, level: place.at(-1)! };
  if (new RegExp(`^${LEVEL}..`).test(name) && !NO_LEVEL.test(name))
    return { rest: name.slice(1), place: name[0]!, level: name[0]! };
  return { rest: name, place: "", level: "" };
}

/** Shortens a name that is still too long to its beginning and its end, with … between them. */
const cut = (name: string): string => {
  const letters = [...name];
  return letters.length <= longestShortName ? name : `${letters.slice(0, 4).join("")}…${letters.slice(-2).join("")}`;
};

function shortened(name: string): string {
  let short = SHORT_NAMES.reduce((words, { match, short: to }) => words.replace(match, to), name);
  for (const little of TELLS_LITTLE) {
    if ([...short].length <= longestShortName) break;
    short = short.replace(little, "");
  }
  return short;
}

/** Candidates for a unit's 简称, the shortest first; a later one is taken where two units would have the same. */
function candidates(name: string, places: readonly string[]): string[] {
  const league = YOUTH_LEAGUE.exec(name);
  if (league) return [`团${league[1]}委`, cut(name)];
  const { rest, place, level } = withoutPlace(name, places);
  // 县委 and 县政府 keep their level: that is what they are called.
  const isWhole =
    /^(?:党?委|委员会|委办(?:公室)?|人民政府|政府|人大|人大常委会|政协|纪委|纪委监委|监委|直.*|属.*)$/.test(rest);
  const core = isWhole && level !== "" ? level + shortened(rest) : shortened(rest);
  const short = [...core].length >= 2 ? core : shortened(name);
  return [...new Set([short, level + core, place + core, name].map(cut))];
}

/** Whether a header is the unit's name, or one of the forms that the rules give for it. */
export const isFormOf = (name: string, header: string): boolean =>
  header === name || candidates(name, []).includes(header);

/**
 * The 简称 of units and collective names, by name: at most {@link longestShortName} characters, each used once.
 * @param chosen 简称 that a person has given, by name; they have priority
 * @param context the plan's title and issuer, which contain its place
 */
export function shortNames(
  names: readonly string[],
  chosen: ReadonlyMap<string, string> = new Map(),
  context = "",
): Map<string, string> {
  const places = placesOf(names, context);
  const ways = new Map(names.map((name) => [name, chosen.has(name) ? [chosen.get(name)!] : candidates(name, places)]));
  const step = new Map(names.map((name) => [name, 0]));
  const at = (name: string): string => ways.get(name)![step.get(name)!]!;
  for (;;) {
    const same = new Map<string, string[]>();
    for (const name of names) same.set(at(name), [...(same.get(at(name)) ?? []), name]);
    const moving = [...same.values()]
      .filter((all) => all.length > 1)
      .flat()
      .filter((name) => step.get(name)! < ways.get(name)!.length - 1);
    if (moving.length === 0) break;
    for (const name of moving) step.set(name, step.get(name)! + 1);
  }
  return numbered(names, chosen, at);
}

/**
 * Numbers names that collide up to their last candidate, in the order of the plan. What a person has given is taken
 * first, so it is never numbered because of another name.
 */
function numbered(
  names: readonly string[],
  chosen: ReadonlyMap<string, string>,
  at: (name: string) => string,
): Map<string, string> {
  const taken = new Set<string>();
  const given = (name: string): string => {
    let short = at(name);
    for (let number = 2; taken.has(short); number++)
      short = `${[...at(name)].slice(0, longestShortName - String(number).length).join("")}${number}`;
    taken.add(short);
    return short;
  };
  const first = new Map(names.filter((name) => chosen.has(name)).map((name) => [name, given(name)]));
  return new Map(names.map((name) => [name, first.get(name) ?? given(name)]));
}
