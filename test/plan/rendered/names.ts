import type { Random } from "./random";

/** A unit's name in its parts, so that a list can print only once what its names have in common. */
export interface Name {
  name: string;
  level: string;
  stem: string;
  ending: string;
}

/** A kind of plan, by its issuer: its units, collective names, and the nouns of its labels. */
export interface Realm {
  id: string;
  issuer: string;
  names: readonly Name[];
  groups: readonly string[];
  nouns: readonly string[];
}

const whole = (...names: string[]): Name[] => names.map((name) => ({ name, level: "", stem: "", ending: "" }));
const parted = (level: string, ending: string, ...stems: string[]): Name[] =>
  stems.map((stem) => ({ name: level + stem + ending, level, stem, ending }));

const DEPARTMENTS = [
  "教育",
  "财政",
  "水利",
  "农业农村",
  "民政",
  "商务",
  "审计",
  "统计",
  "应急管理",
  "市场监管",
  "交通运输",
  "文化和旅游",
  "自然资源",
  "医疗保障",
  "住房和城乡建设",
  "人力资源和社会保障",
  "公安",
  "司法",
];
const SUBJECTS = ["单位", "部门", "主体", "机构", "部门（单位）", "单位（部门）", "部门和单位", "部门/单位"];

export const REALMS: readonly Realm[] = [
  {
    id: "county",
    issuer: "青溪县",
    names: [
      ...parted("县", "局", ...DEPARTMENTS, "卫生健康", "发展和改革"),
      ...whole(
        "县委宣传部",
        "县委组织部",
        "团县委",
        "县妇联",
        "县残联",
        "县总工会",
        "县融媒体中心",
        "县科协",
        "县政府办公室",
        "县供电公司",
        "县大数据中心",
      ),
    ],
    groups: [
      "各成员单位",
      "各镇（街道）",
      "各乡镇人民政府",
      "各乡镇（街道）",
      "各有关单位",
      "有关部门",
      "各村（社区）",
    ],
    nouns: SUBJECTS,
  },
  {
    id: "towns",
    issuer: "青溪县",
    names: [
      ...parted("", "镇", "城关", "东塘", "白石", "柳林", "云岭"),
      ...parted("县", "局", "教育", "财政", "水利", "民政", "交通运输"),
      ...whole("县乡村振兴局", "县林业站", "高桥街道", "石门乡"),
    ],
    groups: ["各成员单位", "县直有关部门", "各村（社区）", "相关单位"],
    nouns: SUBJECTS,
  },
  {
    id: "city",
    issuer: "白河市",
    names: [
      ...parted("市", "局", ...DEPARTMENTS, "城市管理", "体育"),
      ...parted("市", "委", "发展改革", "卫生健康", "交通"),
      ...whole(
        "市委宣传部",
        "市委网信办",
        "团市委",
        "市妇联",
        "市工商联",
        "市消防救援支队",
        "市税务局",
        "市公积金中心",
        "市水务集团",
        "人民银行白河市分行",
        "市轨道交通公司",
      ),
    ],
    groups: [
      "各县区人民政府",
      "各县（市、区）人民政府",
      "各区人民政府",
      "各成员单位",
      "市直有关部门",
      "各开发区管委会",
      "有关部门",
      "各区、县人民政府",
    ],
    nouns: SUBJECTS,
  },
  {
    id: "province",
    issuer: "江南省",
    names: [
      ...parted(
        "省",
        "厅",
        "教育",
        "财政",
        "水利",
        "农业农村",
        "民政",
        "商务",
        "交通运输",
        "自然资源",
        "生态环境",
        "科技",
        "司法",
        "人力资源社会保障",
      ),
      ...whole(
        "省发展改革委",
        "省国资委",
        "省委宣传部",
        "省市场监管局",
        "省统计局",
        "省地方金融监管局",
        "省税务局",
        "团省委",
        "省总工会",
        "省科学院",
        "省能源局",
      ),
    ],
    groups: [
      "各设区市人民政府",
      "各市（州）人民政府",
      "各市、县人民政府",
      "省直有关部门",
      "各有关部门",
      "各市州人民政府",
    ],
    nouns: SUBJECTS,
  },
  {
    id: "state",
    issuer: "",
    names: whole(
      "教育部",
      "财政部",
      "工业和信息化部",
      "人力资源社会保障部",
      "农业农村部",
      "商务部",
      "自然资源部",
      "国家发展改革委",
      "国家卫生健康委",
      "市场监管总局",
      "国家统计局",
      "中国科学院",
      "人民银行",
      "全国妇联",
      "共青团中央",
    ),
    groups: ["各省级人民政府", "各地方人民政府", "有关部门", "各有关部门", "各省、自治区、直辖市人民政府"],
    nouns: ["单位", "部门", "部门（单位）", "部门和单位"],
  },
  {
    id: "company",
    issuer: "青溪供电公司",
    names: [
      ...whole(
        "办公室",
        "人力资源部",
        "财务资产部",
        "安全监察部",
        "生产技术部",
        "物资供应中心",
        "客户服务中心",
        "党群工作部",
        "检修车间",
        "一车间",
        "调度控制中心",
        "发展策划部",
        "后勤保障部",
        "化验室",
      ),
      ...parted("", "公司", "甲溪", "乙溪", "丙溪", "丁溪"),
    ],
    groups: ["各部门", "各供电所", "各项目部", "各有关部门", "各基层单位"],
    nouns: ["单位", "部门", "处室", "主体"],
  },
  {
    id: "school",
    issuer: "青溪大学",
    names: whole(
      "教务处",
      "学生处",
      "人事处",
      "后勤处",
      "财务处",
      "科研处",
      "保卫处",
      "党委宣传部",
      "党政办公室",
      "校团委",
      "图书馆",
      "信息中心",
      "计算机学院",
      "文学院",
      "继续教育学院",
      "研究生院",
    ),
    groups: ["各学院", "各二级单位", "各有关部门", "各院系"],
    nouns: ["单位", "部门", "处室"],
  },
  {
    id: "hospital",
    issuer: "青溪市人民医院",
    names: whole(
      "医务科",
      "护理部",
      "院感科",
      "信息科",
      "财务科",
      "后勤保障部",
      "门诊部",
      "药剂科",
      "党委办公室",
      "设备科",
      "人事科",
      "质控科",
      "检验科",
    ),
    groups: ["各科室", "各临床科室", "各有关科室"],
    nouns: ["单位", "部门", "科室"],
  },
];

export const PERSON_NAMES: readonly string[] = [
  "王建国",
  "李晓梅",
  "张志强",
  "赵敏",
  "刘海涛",
  "陈静",
  "欧阳文",
  "周立新",
  "吴桂芳",
  "孙伟",
];
export const PERSON_LABELS: readonly string[] = [
  "责任领导",
  "责任人",
  "联系人",
  "分管领导",
  "牵头领导",
  "包联领导",
  "负责人",
  "县级领导",
];

/** How the names of a list are printed. */
export type NameForm = "whole" | "levelOnce" | "sharedEnding";

/** Prints each name in a form; the order stays the same. */
export function printedNames(names: readonly Name[], form: NameForm): string[] {
  if (form === "levelOnce")
    return names.map((n, k) => (k > 0 && n.level !== "" && names[0]!.level === n.level ? n.stem + n.ending : n.name));
  if (form === "whole") return names.map((n) => n.name);
  return names.map((n, k) => {
    const shares = (other: Name | undefined): boolean =>
      other !== undefined && other.stem !== "" && other.level === n.level && other.ending === n.ending;
    if (n.stem === "") return n.name;
    return (shares(names[k - 1]) ? "" : n.level) + n.stem + (shares(names[k + 1]) ? "" : n.ending);
  });
}

/** Draws names for a plan's tasks so that names with the same last word are next to each other. */
export function drawNames(random: Random, realm: Realm, count: number, form: NameForm): Name[] {
  const names = random.some(realm.names, count);
  if (form === "whole") return names;
  return [...names].sort(
    (a, b) => Number(b.stem !== "") - Number(a.stem !== "") || (a.level + a.ending).localeCompare(b.level + b.ending),
  );
}
