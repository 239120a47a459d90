/** Words that make a number a promise, and words that show it is none. */

/** Verbs that promise their object. */
export const PROMISE_VERBS: readonly string[] = (
  "打通 建设 新建 续建 建成 改建 改扩建 新改建 改造 打造 创建 争创 创成 创评 培育 培养 培训 轮训 培优 引进 引育 招引 引入 新增 增加 增设 增配 增建 补充 举办 承办 主办 开展 组织 召开 举行 实施 推进 推动 推广 推行 完成 实现 命名 认定 " +
  "评选 评定 评审 评出 遴选 选树 选派 选拔 选聘 招聘 招录 招收 招募 招生 聘请 设立 设置 建立 组建 成立 布设 布局 布点 构建 搭建 安排 投放 投入 投用 更新 更换 换新 淘汰 报废 回收 拆除 关停 整治 治理 修复 修建 修缮 维修 整修 翻修 养护 提升 支持 扶持 扶强 " +
  "服务 指导 发放 落实 储备 孵化 申报 申请 获批 获得 获评 取得 争取 争获 制定 制修订 制订 修订 出台 编制 发布 印发 研发 研制 开发 攻克 转化 授权 登记 注册 上线 开通 开设 开办 开放 配备 配置 配齐 配强 安装 加装 增装 覆盖 惠及 带动 " +
  "帮扶 帮助 解决 化解 消除 销号 办结 办理 接待 吸引 集聚 聚集 形成 发展 壮大 签约 落地 开工 竣工 投产 达产 供应 筹集 筹建 盘活 出栏 存栏 种植 播种 收购 储存 压减 削减 减少 降低 下降 压缩 缩短 节约 节省 增长 提高 扩大 上升 占 完善 梳理 推出 推介 " +
  "拍摄 创作 出版 播出 播放 走访 检查 抽检 抽查 检测 监测 排查 救助 救治 筛查 体检 接种 签订 签署 保障 供给 生产 加工 销售 出口 进口 运送 开行 新开 加密 通航 通车 硬化 绿化 造林 植树 栽植 栽种 退耕 复垦 流转 托管 收储 整理 建档 纳入 安置 吸纳 转移 " +
  "稳定 保持 保有 掌握 参加 参与 巡演 演出 放映 赠送 配送 征集 表彰 选育 繁育 养殖 扩种 轮作 深松 播报 推送 宣讲 宣传 讲授 编写 撰写 汇编 刊发 发表 录制 制作 设计 规划 谋划 包装 对接 引导 鼓励 扶助 资助 认养 结对 共建 联建 合作 创新 授予 评估 验收 通过 运营 " +
  "关闭 退出 取缔 清退 腾退 预留 留出 联通 接入 购置 采购 新购 换装 加固 扩容 增容 扩建 投运 并网 复工 复产 转产 迁移 受理 审结 查处 侦破 打掉 送检 核查 抽样 联系 推荐 选送 输送 输出 留用 兑现 清偿 归集 缴存 核减 剥离 " +
  "营运 启动 启用 建好 建强 撤并 修编 挂牌 上市 入库 入统 升规 培植 扶植 做大 做强 发掘 挖掘 保护 收集 采集 布置 铺设 敷设 架设 疏浚 清淤 清理 整改 迁建 搬迁 实训 巡查 巡展 巡诊 义诊 签约服务 诊疗 配建 建 办 育 设 送 演练 发行 募集 融资 授信 投资 到位 减排 减免 节水 节电 整合 统筹 确保 力争 保证 力促 力推"
).split(" ");

/** Verbs that promise even an amount of money or area with 以上 and a noun after it: 完成3亿元以上投资. */
export const SUM_VERBS: readonly string[] =
  "完成 实现 新增 筹集 提供 形成 争取 发放 投入 达到 达 建设 新建 吸引 带动 增加".split(" ");

/** Verbs that, right before an amount, promise it even when 的 or a noun follows. */
export const OBJECT_VERBS: readonly string[] =
  "建设 新建 建成 改建 扩建 改造 打造 创建 争创 培育 引进 新增 增加 举办 开展 组织 实施 完成 实现 认定 设立 建立 布设 配备 安排 筹集 推出 发放 发展 形成 达到 达 保持 提供 供应 建 完善 招引 落实 确保 力争 保证 争取 覆盖 惠及".split(
    " ",
  );

/** Words at the start of a clause that say what the work is based on or about. What they count already exists. */
export const FRAME_WORDS: readonly string[] =
  "围绕 聚焦 针对 依托 按照 根据 结合 鉴于 由于 涉及 辖 下设 内设 共有 现有 拥有 原有 属于 位于 符合 满足 具备 凡 对于 面向 立足 基于 参照 参考 对照 遵循 坚持 突出 把握 发挥 贯彻 瞄准 利用 借助 沿".split(
    " ",
  );

/** Like the frame words, except where the number is compared or ends the clause: 优化公交线路20条. */
export const WORK_WORDS: readonly string[] = "用好 深化 强化 健全 优化 增强 严格 压实 抓好 抓实 做好".split(" ");

/** Words for figures that describe the past or present. */
export const BACKGROUND_WORDS: readonly string[] =
  "已 已经 目前 现有 截至目前 截止目前 近年来 过去 上一年 去年 同期 以来 历年 当前 上年 上年度 原来 业已 曾 先后 此前 前期".split(
    " ",
  );

/** Words for money that is granted or charged rather than raised. */
export const GRANT_WORDS: readonly string[] =
  "给予 予以 补助 补贴 奖励 奖补 资助 贴息 罚款 处以 奖金 津贴 补偿 扣除 扣减 免征 减征 减按 抵扣 减半征收 授信额度 贷款额度 最高额 首付 封顶 赔付 票价 收费标准".split(
    " ",
  );

/** Words for steps of a procedure, whose duration is no target. */
export const PROCEDURE_WORDS: readonly string[] =
  "公示 公开 保存 留存 有效期 质保 保修 提前 报送 上报 报告 报备 备案 提交 提出 印发 制定 出台 异议 申诉 届满 期满 任期 服务期 试用期 工龄 期限 之日起 连续 滚动 值班 值守 全天候 常态".split(
    " ",
  );

/** Nouns in a plan's headings: 5项行动 counts the headings. */
export const HEADING_NOUNS: readonly string[] =
  "行动 工程 任务 举措 措施 方面 原则 机制 制度 环节 领域 体系 计划 要求 理念 战略 维度 层面 路径 抓手 重点 关键 问题 清单 标准 目标 内容 要素 能力 意识".split(
    " ",
  );

/** Nouns after 的 that follow a promised level: 6%以上的增速. */
export const TARGET_NOUNS: readonly string[] = "目标 要求 任务 水平 增速 速度 增幅 比例 覆盖率 达标率 规模".split(" ");

/** Words that start a bracket which only describes and promises nothing. */
export const DESCRIBING_BRACKETS: readonly string[] =
  "共 含 包括 包含 如 例如 即 指 总投资 投资额 占地 面积 总面积 每 注 原 不含 满分".split(" ");

/** Words that only say that something is wanted. */
export const WANTING_WORDS: readonly string[] =
  "力争 争取 确保 实现 使 让 推动 促进 保证 要 将 努力 并 其中 且 同时 有".split(" ");
/** The whole area that the plan covers. */
export const REGION = "全[省市县区旗国州盟镇乡]";

/** Words that say what something consists of. */
export const COMPOSING_WORDS: readonly string[] = "包含 包括 涵盖 下设 内设 含有 分为 划分为 涉及".split(" ");

/** Offices that issue a document or take part: 9个部委印发. */
export const OFFICES =
  "(?:国家|中央|省级|市级|县级|有关|相关|成员|责任|党政|直属|职能|主管)?(?:部委|部门|单位|委办局|厅局|司局|科室|处室|机关)";

/** Things that may be described by their people, beds or rooms: 20人以上的企业. */
export const BODIES: readonly string[] =
  "企业 单位 公司 学校 院校 机构 医院 卫生院 村 社区 小区 园区 队伍 场所 工地 班 班组 项目 工程 商户 酒店 宾馆 景区 养殖场 养殖户 农场 合作社 大户 家庭 车间 项目部 客车 车辆 船舶".split(
    " ",
  );

/** Words for supervision of the plan itself. */
export const SUPERVISION: readonly string[] =
  "考评 考核 评估 调度 通报 督查 督导 检查督导 汇总 报送 上报 总结 会商 例会 调度会 推进会 联席会议 研究 研判 听取 点评 排名 晾晒".split(
    " ",
  );
