/**
 * 集合称谓: collective names for many units (各成员单位, 各区县政府, 有关部门), whose members the text does not give. They are never
 * split, even at separators.
 */

/** Words for levels and kinds of places that occur in collective names. */
const LEVEL =
  "自治区|直辖市|自治州|自治县|自治旗|县级市|区县级|设区市|设区的市|民族乡|苏木乡镇|苏木镇|苏木|嘎查|省级|市级|县级|区级|省|市|州|盟|地区|地|县|区|旗|乡镇|镇街|街镇|乡|镇|街道办|街道|村居|社区|村|居|开发区|园区|功能区|新区|度假区|管理区|景区|片区|林区|垦区|农场|林场|团场|师市|师|兵团";
const LEVELS = `(?:${LEVEL}|\\((?:${LEVEL}|[、，,])+\\))+`;
/** What may follow the levels: 人民政府, 管委会 … */
const BODY =
  "(?:级)?(?:地方)?(?:人民)?(?:政府|党委|党工委|管委会|管理委员会|管理局|办事处|管理机构|行政公署|行署|机关|部门|单位|党委政府|党委、政府|工作部门|主管部门|职能部门|人民政府办公室)?(?:\\([^()]{1,16}\\))?";
const LEVELS_ONLY = new RegExp(`^${LEVELS}${BODY}$`);
/** A single body or its office: 县人民政府, 县人民政府办公室. */
const SINGLE_LEVEL_BODY =
  /^(?:省|市|州|盟|县|区|旗|乡|镇)(?:人民)?(?:政府|党委|党工委|管委会|管理委员会)(?:办公[室厅])?$/;

const OPENING =
  /^(?:市|县|区|旗|省|州|盟|全市|全县|全省|全区|全旗|自治区|市级|县级|省级|区级|市直|县直|区直|旗直|省直|中央|国务院|本市|我市|我县)?(?:各|有关|相关|其他|其它|所有|全体|属地|所在地|辖区|涉及|涉农|试点|对应|相应|地方各)/;
const COLLECTIVE =
  /(?:驻.{1,4}?|有关|相关|各|成员|牵头|责任|组成|主管|配合|参与|职能|产业|所属|直属|承办|协办|帮扶|包联|包保|行业|业务|监管|工作)(?:的)?(?:责任)?(?:部门和单位|单位和部门|部门单位|部门|单位|机构|企业|方面|地区|地方|院校|高校|学校|处室|科室|股室|镇街|乡镇)$|^[\u4e00-\u9fff]{2,12}各(?:专班|工作组|小组|组|片区|专业|车间|班组|所|站|中心|支部|党支部|校|院系|科室)$/;
const ALL_LOCAL =
  /^(?:县级以上|县以上|省级以上|市级以上|地方|地方各级|省级|市级|县级|区级|基层|乡级)(?:地方)?(?:各级)?(?:人民)?(?:政府|党委|部门|单位|党委政府|机关)$/;

/** Kinds of organisations, many of each: 高校, 科研院所, 市属企业. */
const KIND =
  /^(?:[省市县区旗州]属|[省市县区旗州]级|驻.{1,4}|在.{1,3}|属地|国有|民营|重点|有条件的)?(?:国有企业|国企|企业|高校|高等学校|高等院校|职业院校|大中专院校|中小学校|中小学|幼儿园|学校|科研院所|科研机构|医疗机构|医疗卫生机构|金融机构|银行机构|保险机构|商业银行|行业协会|社会组织|企事业单位|事业单位|人民团体|群团组织|新闻媒体|平台公司|运营企业|产业园区)$/;

/** Whether a name consists of level words alone (州, 县人民政府): it continues the collective name before it. */
export function isLevelName(name: string): boolean {
  return LEVELS_ONLY.test(name.slice(0, 60)) && name.length <= 60;
}

/** Whether a name is a kind of organisation (科研院所): it continues 各高校 before it. */
export function isKindName(name: string): boolean {
  return name.length <= 16 && KIND.test(name);
}

/** Whether a printed name is a collective one. */
export function isGroup(name: string): boolean {
  if (name.length < 2 || name.length > 60) return false;
  if (OPENING.test(name)) return true;
  if (name.length > 2 && isKindName(name)) return true;
  if (COLLECTIVE.test(name) || ALL_LOCAL.test(name)) return true;
  return isLevelName(name) && !SINGLE_LEVEL_BODY.test(name);
}

/** Endings of whole collective names; 各成 is what a line break has left of 各成员单位. */
const WHOLE_GROUP =
  /[位门构业府关地区县市镇乡村州旗盟道校院局委办处室科站所组方级界部厅体员户人心队社会团系班段场营片家商行学馆园层线区块库厂矿店台街间]$/;
const SHORTEST_WHOLE = 4;

/** Whether a collective name is whole: it ends as such names do, or is long enough whatever its ending. */
export const isWholeGroup = (name: string): boolean =>
  isGroup(name) && (name.length >= SHORTEST_WHOLE || WHOLE_GROUP.test(name));

/** What a group is said to do: its name ends before these words. */
const DOES =
  /(?:对(?!口)|要(?!素)|应(?!急)|须|深入|结合|按照?(?!揭)|根据|围绕|做好|加强|开展|坚持|强化|制定|积极|认真|严格|及时|抓好|抓实|切实|负责|配合|组织|主动|全力|分别|进行|将)/;
const SHORTEST_DOER = 3;

/**
 * The collective name at the beginning of words that go on with what the group does: 各单位深入开展… → 各单位.
 * @returns undefined where the words are nothing but a name, or do not begin with one
 */
export function groupBefore(words: string): string | undefined {
  if (!OPENING.test(words)) return undefined;
  const does = DOES.exec(words.slice(SHORTEST_DOER));
  return does ? words.slice(0, SHORTEST_DOER + does.index) : undefined;
}

/** Whether a name opens a collective name that may continue after separators: 各市、州、县人民政府. */
export function opensGroup(name: string): boolean {
  const rest = name.replace(OPENING, "");
  return rest !== name && (isLevelName(rest) || isKindName(rest));
}
