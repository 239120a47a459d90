/**
 * How names of organisations end. The first table is safe anywhere; the second holds endings that ordinary words share
 * and that count only where a list of units is expected.
 */
const SURE_ENDINGS: readonly string[] = [
  "局", "委", "厅", "署", "部", "办", "委员会", "办公室", "办公厅", "政府", "管委会", "管理处", "办事处", "联合会", "总工会",
  "中心", "公司", "集团", "海关", "法院", "检察院", "支行", "分行", "总行", "人民银行", "银行", "总队", "支队", "大队", "中队", "消防队", "妇联", "残联", "文联",
  "侨联", "工商联", "科协", "社科联", "团委", "红十字会", "贸促会", "计生协", "关工委", "工委", "党组", "党委", "指挥部", "专班",
  "推进组", "领导小组", "工作组", "武装部", "军分区", "慈善总会", "学会", "协会", "商会", "研究院", "科学院", "工程院", "社科院", "农科院", "党校", "行政学院",
  "档案馆", "融媒体中心", "电视台", "报社", "供销社", "供销合作社", "合作总社", "供销总社", "新华社", "证监会", "银保监会", "电监会", "理事会", "基金会", "气象台",
  "公积金中心", "管理站", "分局", "税务总局", "总局", "事务所", "总社", "总站", "机关工委", "编办", "网信办", "总台", "出版社", "日报社", "监管局", "武装部", "人武部", "部队",
];

/** Endings of names that need the company of other units, of a role word, or of a label. */
const LIKELY_ENDINGS: readonly string[] = [
  "院", "会", "社", "行", "关", "队", "处", "室", "科", "组", "站", "所", "台", "馆", "团", "股", "校", "省", "市", "县", "区", "旗", "州", "盟",
  "镇", "乡", "街道", "苏木", "新区", "园区", "开发区", "高新区", "经开区", "自治区", "自治州", "自治县", "林场", "农场", "垦区", "兵团",
  "中央", "电网", "服务商", "运营商", "供应商", "承包商", "开发商", "承建商", "车间", "班组", "院系", "部室", "企业", "单位", "部门", "学校", "高校", "大学", "学院", "医院", "机构", "联盟", "移动", "电信", "联通", "铁塔", "电力", "烟草", "邮政", "石油", "石化", "人行",
];

/** Ordinary words that end like a unit. */
const NO_UNITS: readonly string[] = [
  "政府", "党委", "党组", "党委政府", "公司", "集团", "银行", "协会", "委员会", "中心", "领导小组", "工作组", "指挥部", "专班", "法院", "干部", "全部", "内部", "外部", "部", "局", "委", "办", "社会", "全社会", "机会", "会", "大会", "会议", "承办", "主办", "协办", "举办", "开办", "创办", "兴办", "申办", "经办", "督办", "阅办",
  "企业", "学校", "个人", "单位", "部门", "机构", "市", "县", "区", "省", "乡", "镇", "组", "团", "队", "处", "所", "站", "行", "科", "室", "院", "校", "台", "馆", "社",
  "农村社会", "人民群众", "相关", "有关", "无关", "机关", "攻关", "把关", "难关", "通关", "进行", "执行", "推行", "实行", "试行", "运行", "发行", "举行", "流行", "先行", "银行业",
  "小区", "社区", "城关", "边关", "雄关", "景区", "城区", "山区", "灾区", "地区", "片区", "辖区", "场所", "厕所", "住所", "用处", "好处", "各处", "到处", "布局", "格局", "结局", "大局", "全局", "开局",
  "东部", "西部", "中部", "南部", "北部", "总部", "根部", "局部", "头部", "年会", "展会", "博览会", "运动会", "交易会", "机关单位", "农民合作社", "合作社",
  "城市", "都市", "超市", "股市", "集市", "上市", "夜市", "门市", "城镇", "家乡", "下乡", "返乡", "全县", "全市", "全省", "全区", "我县", "我市", "我区", "我省", "本市", "本县",
  "平台", "后台", "舞台", "出台", "网站", "车站", "场馆", "教室", "科室", "团队", "集团化", "学科", "本科", "专科", "团组", "分组", "班组", "小组", "公园区",
];

const sure = endingPattern(SURE_ENDINGS);
const likely = endingPattern([...SURE_ENDINGS, ...LIKELY_ENDINGS]);
const none = new Set(NO_UNITS);

function endingPattern(endings: readonly string[]): RegExp {
  const sorted = [...new Set(endings)].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${sorted.join("|")})$`);
}

/** A name without a closing bracket such as `市交通委(市道运局)`. */
function withoutBracket(name: string): string {
  return name.replace(/\([^()]{0,30}\)$/, "");
}

function isOrdinaryWord(name: string): boolean {
  if (none.has(name)) return true;
  return /(?:干部|群众|人员|同志|负责人|全社会|社会力量)$/.test(name) || /[。！？:]/.test(name);
}

/** Ends as names of organisations do; wrong only by accident. */
export function endsLikeUnit(name: string): boolean {
  const bare = withoutBracket(name.slice(-60));
  return bare.length >= 2 && !isOrdinaryWord(bare) && sure.test(bare);
}

/** The ending that makes a name one of an organisation, such as 委员会; `undefined` where none does. */
export const surestEnding = (name: string): string | undefined => sure.exec(withoutBracket(name.slice(-60)))?.[0];

/** Could be an organisation or a place, where a list of units is expected; whatever ends like a unit is among them. */
export function mayBeUnit(name: string): boolean {
  const bare = withoutBracket(name.slice(-60));
  return bare.length >= 2 && !isOrdinaryWord(bare) && likely.test(bare);
}

/** Endings that names of a list may share: 甲、乙、丙公司. */
const SHARED = "分公司 公司 分局 局 委 厅 部 办 办公室 中心 研究所 事务所 供电所 派出所 所 站 街道办事处 街道 镇 乡 学院 大学 中学 小学 医院 车间 处 科 室 支队 大队 支行 分行 海关 法院 检察院 管委会 开发区 园区 政府".split(" ");
const sharedLast = new RegExp(`[\\u4e00-\\u9fff]{2,}?(${[...SHARED].sort((a, b) => b.length - a.length).join("|")})$`);

/** The last word of a name that others in its list may share; `undefined` where it has none. */
export function sharedEnding(name: string): string | undefined {
  return mayBeUnit(name) ? sharedLast.exec(name.slice(-20))?.[1] : undefined;
}
