import type { PerformanceYear } from '../performance-year.ts'

/** The brigade's report states a score of 93, which its own items cannot reach; the grade it does not state. The rest is made up. */
export const suizhouPerformanceYear: PerformanceYear = {
  leader: '大队长',
  members: '成员：各中队和科室负责人',
  plan: '随城督〔2022〕9号',
  paper: '随城督〔2022〕11号',
  lastUse: '上年自评结果用于安排本年预算',
  phases: { beginsOn: '2022-12-02', collectBy: '2022-12-15', reviewBy: '2022-12-25', concludeBy: '2022-12-31' },
  whole: { score: 93, grade: '优' },
  projects: {},
  warnings: { on: '2022-12-02', periodEnd: '2022-11-30', threshold: 70, of: [] },
  rectifications: { on: '2022-12-18', of: [] },
  uses: [],
}
