/** The name under which a year's report is handed over. Apart from what writes it, which is loaded elsewhere. */
export const reportFileName = (year: number): string => `${year}年自查评估报告.docx`;
