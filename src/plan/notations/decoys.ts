/**
 * Sentences that mention leading or being responsible but name no unit responsible for the task. They are tried before
 * the table of notations; each row's example is its test.
 */
export interface DecoyRow {
  id: string;
  example: string;
  /** Matched against the sentence without its full stop. */
  pattern: RegExp;
  /** In an item that stands among tasks and names nobody else, the sentence does say who answers. */
  butAmongTasks?: true;
}

const NAME = "[\\u4e00-\\u9fff、]{2,40}";

export const DECOYS: readonly DecoyRow[] = [
  { id: "led-body", example: "成立由市教育局牵头的工作专班", pattern: /(?:牵头|负责|参与|组成|参加)的/ },
  {
    id: "body-set-up",
    example: "建立由市教育局牵头、市财政局参与的协调机制",
    pattern: new RegExp(
      `(?:建立|成立|组建|设立|形成|健全|完善|构建|建立健全)(?:了)?(?:以|由)${NAME}(?:牵头|负责|为主)`,
    ),
  },
  {
    id: "office-within",
    example: "领导小组办公室设在市教育局，由市教育局负责日常工作",
    pattern: /(?:办公室|专班|小组)设在|日常工作|日常事务/,
  },
  {
    id: "members-named",
    example: "成员包括市教育局（牵头）、市财政局",
    pattern: /成员(?:包括|包含|由|有|为)|由[^，。；]{2,60}(?:组成|担任)|任(?:组长|副组长|主任|成员)|包括|包含|依托/,
  },
  {
    id: "work-of-several",
    example: "有关资金由市财政局负责",
    pattern:
      /(?:资金|经费|费用|事宜|日常|解释|争议|材料|数据|信息|表彰|奖励|手续)[^，。；]{0,8}(?<!自)由[^，。；]{2,30}负责/,
  },
  {
    id: "reminded-of-duty",
    example: "市教育局作为牵头单位，要加强统筹",
    pattern: /作为[^，。；]{2,8}(?:单位|部门|主体)[，,]?(?:要|应|须|需|必须|应当|认真|切实|具体负责)/,
    butAmongTasks: true,
  },
  { id: "explained-by", example: "本方案由市教育局负责解释", pattern: /负责解释|负责修订|负责印发/ },
  {
    id: "unit-set-up",
    example: "各责任单位要建立牵头负责机制",
    pattern:
      /牵头负责(?:制|机制|同志|人)|(?:谁主管|谁审批|谁|属地|分级|层层|党政领导)[^，。；局委办部处]{0,4}负责|负责(?:制|任|人)/,
  },
];

/** The row because of which this sentence is not read as an attribution, if any. */
export const decoyIn = (sentence: string): DecoyRow | undefined => DECOYS.find(({ pattern }) => pattern.test(sentence));
