/** What the ribbon's buttons say in their small window, in the languages of the manifest. */
export const texts = {
  "zh-CN": {
    noMatrix: "本工作簿还没有责任矩阵，请先点“生成责任矩阵”。",
    nothingFallsShort: (year: number) => `${year} 年没有未达标或滞后的指标。`,
  },
  "en-US": {
    noMatrix: "This workbook holds no matrix yet. Choose Generate matrix first.",
    nothingFallsShort: (year: number) => `Nothing falls short or lags in ${year}.`,
  },
};

/** In the language of Excel's own menus; Chinese where that is neither. */
export const spoken = (): (typeof texts)["zh-CN"] => texts[/^en/i.test(Office.context.displayLanguage ?? "") ? "en-US" : "zh-CN"];
