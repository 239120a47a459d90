/** Clauses about lists of units that name no unit, and clauses about other things. */

/** Clauses that state a rule for the lists after them instead of naming units. */
export const RULE_CLAUSE =
  /(?:第一|首位|首个|排首|在前|首列|列首)|下同|以下(?:各项|各条|任务|均|同)|不再(?:一一|逐一|重复)?(?:列出|列明|赘述|标注)|排名不分先后/;
/** The first unit of a list is the lead: `列第一位者为牵头单位`, `排在首位的部门牵头`. */
export const FIRST_LEADS =
  /(?:(?:列|排|居|位)[^，。；;,\n]{0,6}(?:第一|首位|最前|首)[^，。；;,\n]{0,10}|第一(?:个|位|家)?(?:责任)?(?:单位|部门|者)[^，。；;,\n]{0,4}|首(?:个|位|家)(?:责任)?(?:单位|部门)?[^，。；;,\n]{0,4})(?:为|是|系|即|作为)?[^，。；;,\n]{0,4}(?:牵头|主办|主责|总负责)|牵头(?:单位|部门)?(?:为|是|系)?[^，。；;,\n]{0,8}(?:列|排)(?:在|名)?(?:第一|首)位?/;
/** Group 1 takes part in everything after it: `以下均需各乡镇配合落实，不再列出`. */
export const CARRIED_FORWARD =
  /以下(?:各项|各条|任务|工作)*(?:均|都|皆)?(?:需要|需|须|由|应|请)([^，,。；;]{2,30}?)(?:按职责)?(?:负责)?(?:配合|参与|落实|协助|负责|参加)/;
/** Words of clauses about time or effort rather than units. */
export const NOT_A_NAME =
  /^(?:\d|要(?!素)|[一二三四五六七八九十]+年|每|到|至|长期|持续|常年|常态|全年|年底|年内|立即|即知|适时|适用|按|于|在|力争|已|未|不|如|若|其中|含|包括|另|注|详|见|附|排名|随|每年|分年度|重点|逐步|加快|推进|完成|做好|落实|确保|此项|该项|以上|上述|“|《|共\d)|(?:完成|推进|推动|优化|坚持|落实|实施|分|年|月|底|前|中|后|内|为准|下同|不再列出)$/;
/** Words before the name of a supporting unit: 会同县司法局. */
export const BEFORE_HELPERS: readonly string[] = ["会同", "联合", "协同"];
/** Words before a unit's name in any sentence: 由县财政局…, 会同县财政局…. */
export const BEFORE_NAMES: readonly string[] = ["由", "请", ...BEFORE_HELPERS];
/** Labels before a task's own name: 项目名称：…, 实事：…. */
export const NAME_LABEL =
  /^[ \t]*(?:(?:重点|主要)?(?:项目|任务|事项|实事|工作|工程|活动|课题|举措|措施)(?:名称|标题|题目|事项|项目)|(?:项目|事项|实事|工程|课题)|名称|标题):[ \t]*/;
/** Remarks in brackets that name units as an example, as the origin of something, or by another name. */
export const REMARK =
  /^(?:(?:含|原|如|见|报|经|抄|除|注|即|附|按)(?=[省市县区旗州盟镇乡各有相国:])|包括|以下|简称|详见|不含|其中|[例比譬]如|也称|又称|全称|根据|依据|按照|参照|来源|数据来源|数据来自|落款|代章|盖章)/;
