/**
 * What plans call things, in parts that combine freely. A careful person knows what everything here means; stems whose
 * role nobody could tell have a test of their own.
 */

export const LEAD_STEMS: readonly string[] = [
  "牵头",
  "主办",
  "主责",
  "牵头责任",
  "总牵头",
  "统筹推进",
  "牵头考核",
  "牵头负责",
  "牵头推进",
  "统筹",
  "牵头实施",
  "归口",
  "主要责任",
  "牵头落实",
];
export const MAIN_STEMS: readonly string[] = [
  "责任",
  "落实",
  "实施",
  "承办",
  "推进",
  "执行",
  "责任落实",
  "具体落实",
  "组织实施",
  "工作责任",
  "具体承办",
  "负责",
];
export const SUPPORT_STEMS: readonly string[] = [
  "配合",
  "协办",
  "参与",
  "协同",
  "协作",
  "支持",
  "协助",
  "参加",
  "配合落实",
  "协同推进",
  "参与配合",
  "协同配合",
  "配合责任",
  "会办",
];
/** Stems that may come before a colon even without a noun. */
export const SHORT_LABELS = {
  lead: ["牵头", "主办", "主责"],
  main: ["责任", "分工"],
  support: ["配合", "协办", "协同", "参与"],
} as const;

/** Verbs that say who leads, of one unit or several. */
export const LEAD_VERBS: readonly string[] = [
  "牵头",
  "牵头负责",
  "牵头组织实施",
  "牵头推进",
  "牵头落实",
  "主办",
  "总牵头",
  "牵头抓总",
  "主责",
  "统筹",
];
/** Verbs that say of one unit that it answers. */
export const MAIN_VERBS: readonly string[] = ["负责", "落实", "组织实施", "具体负责", "承办"];
export const SUPPORT_VERBS: readonly string[] = [
  "配合",
  "参与",
  "协助",
  "协办",
  "参加",
  "协同",
  "协同配合",
  "共同参与",
  "配合落实",
  "密切配合",
  "积极配合",
  "协同推进",
  "支持配合",
  "配合做好",
  "协作",
];
export const DUTY_VERBS: readonly string[] = [
  "按职责分工负责",
  "按职责分工落实",
  "分工负责",
  "按照职责分工负责",
  "依职责落实",
  "根据职责分工抓好落实",
];
export const GUIDE_VERBS: readonly string[] = ["指导", "督导", "业务指导", "指导督促"];

const ACTIONS = ["完善", "健全", "推进", "加强", "优化", "提升", "抓好", "强化", "规范", "深化", "夯实", "改进"];
const MATTERS = [
  "公共服务设施",
  "审批流程",
  "人才队伍建设",
  "校园安全管理",
  "河道综合治理",
  "农产品质量监管",
  "信用体系",
  "便民服务网络",
  "设备运维管理",
  "志愿服务",
  "技能培训体系",
  "隐患排查治理",
  "数据资源共享",
  "物业服务水平",
  "应急保障能力",
  "文明创建活动",
  "用能管理",
  "档案管理",
  "法治宣传教育",
  "环境卫生整治",
  "产销对接",
  "窗口服务",
  "节水管理",
  "合同管理",
];
const CHAPTERS = [
  "重点任务",
  "主要任务",
  "夯实工作基础",
  "提升服务水平",
  "优化发展环境",
  "强化要素支撑",
  "健全长效机制",
  "激发内生动力",
  "补齐短板弱项",
];
const SENTENCES = [
  "坚持问题导向，补齐短板弱项。",
  "完善配套制度，优化工作流程。",
  "推广先进经验，做好宣传引导。",
  "加快推进前期工作，确保质量和安全。",
  "建立工作台账，实行闭环管理。",
  "推动资源整合，实现信息互通。",
  "定期开展自查，及时整改问题。",
  "加强日常巡查，严格责任追究。",
  "支持社会力量参与，形成多元投入格局。",
  "鼓励基层结合实际探索创新。",
  "畅通群众诉求渠道，提高办理质效。",
  "落实安全生产责任制，防范各类风险。",
];

export const TITLES: readonly string[] = ACTIONS.flatMap((action) => MATTERS.map((matter) => action + matter));
export const CHAPTER_TITLES: readonly string[] = CHAPTERS;
export const PLAIN_SENTENCES: readonly string[] = SENTENCES;

/** How a clause of prose continues after it has said who answers. */
export const GOES_ON: readonly string[] = [
  "修订实施细则",
  "建立工作台账",
  "组织开展全面排查，形成问题清单",
  "推动各项工作落地见效",
  "制定年度计划并组织实施",
  "定期通报进展情况",
];

/** Sentences that name a unit, but do not say who answers for the item. */
export const UNIT_DECOYS: readonly ((unit: string) => string)[] = [
  (unit) => `建立由${unit}牵头的协调机制。`,
  (unit) => `发挥${unit}牵头的工作专班作用，加强统筹调度。`,
  (unit) => `有关情况及时报${unit}备案。`,
  (unit) => `严格执行${unit}制定的技术规范。`,
  (unit) => `依托${unit}网站开设专栏。`,
];

/** Duties by unit: `市教育局：负责…`. */
export const DUTIES: readonly string[] = [
  "负责组织协调和督促检查。",
  "负责经费保障和监督管理。",
  "负责政策宣传和舆论引导。",
  "负责信息报送，参与专项检查。",
  "负责本领域隐患排查，配合做好应急处置。",
];
