import type { PerformanceYear } from '../performance-year.ts'
import { wan } from '../spread.ts'

/**
 * How 杜集区 ran its performance year of 2024, as its report tells it: a working group, three phases in December, three
 * projects below seventy percent, four measures, and what the results were used for. Days within the phases, answers, people
 * and amounts of the next budget are made up.
 */
export const dujiPerformanceYear: PerformanceYear = {
  leader: '局长',
  members: '副组长：分管副局长；成员：各科室负责人',
  plan: '杜城管〔2024〕37号',
  paper: '杜城管〔2024〕41号',
  lastUse: '上年自评结果已在局内通报，作为安排本年项目预算的参考',
  phases: { beginsOn: '2024-12-02', collectBy: '2024-12-15', reviewBy: '2024-12-25', concludeBy: '2024-12-31' },
  whole: { score: 96.4, grade: '优秀' },
  projects: {
    DJ01: { score: 93.14, grade: '良好' },
    DJ02: { score: 92.42, grade: '良好', difference: '投入金额的目标值含其他部门的任务，已按本局职责核对' },
    DJ03: { score: 100, grade: '优秀' },
    DJ04: { score: 90, grade: '合格', difference: '投放数量与验收单相差两处，已更正' },
    DJ05: { score: 99.43, grade: '优秀', returned: '进驻社区的起止日期没有写明' },
    DJ06: { score: 100, grade: '优秀' },
    DJ07: { score: 100, grade: '优秀' },
  },
  warnings: {
    on: '2024-12-02',
    periodEnd: '2024-11-30',
    threshold: 70,
    of: [
      {
        project: 'DJ01',
        choice: 'd1',
        cause: '设备采购招标延迟',
        measures: '年底前完成验收并支付，其余子项目列入下年预算',
      },
      {
        project: 'DJ02',
        choice: 'd2',
        cause: '协同任务调整，部分活动没有开展',
        measures: '结余资金调剂用于主次干道整治',
      },
      {
        project: 'DJ04',
        choice: 'd1',
        cause: '财政资金紧张，暂缓新增设施',
        measures: '剩余资金用于下年宣传活动',
        late: true,
      },
    ],
  },
  rectifications: {
    on: '2024-12-18',
    of: [
      {
        object: '整体',
        problem: '部分指标值偏大，包含其他部门的任务',
        measures: '按部门职责划清指标，目标值改为区间并按进度调整',
        owner: 'performance',
        dueOn: '2025-03-31',
        reached: 'open',
      },
      {
        object: 'DJ01',
        problem: '招标延迟没有及时调整预算，资金闲置',
        measures: '按月监控执行率、按季调整预算，执行率偏低的项目启动预警',
        owner: 'finance',
        dueOn: '2024-12-31',
        reached: 'done',
      },
      {
        object: 'DJ02',
        problem: '与协同部门职责划分不清，任务有重复和遗漏',
        measures: '签订协同备忘录，每季度召开协调会',
        owner: 'unit',
        dueOn: '2024-12-31',
        reached: 'closed',
        warned: true,
      },
      {
        object: 'DJ04',
        problem: '缺少常态化考核，居民参与积极性下降',
        measures: '设立积分超市，考核结果与补助资金挂钩',
        owner: 'unit',
        dueOn: '2025-06-30',
        reached: 'open',
        warned: true,
      },
    ],
  },
  uses: [
    { object: '整体', form: 'circular', said: '自评结果在局内公示五个工作日' },
    { object: 'DJ06', form: 'praise', said: '满分项目，予以表彰' },
    { object: 'DJ07', form: 'praise', said: '满分项目，予以表彰' },
    { object: 'DJ04', form: 'interview', said: '得分最低，约谈项目负责人' },
    { object: 'DJ06', form: 'more', amount: wan(2), said: '下年预算向执行好的项目倾斜' },
    { object: 'DJ07', form: 'more', amount: wan(1), said: '下年预算向执行好的项目倾斜' },
    { object: 'DJ04', form: 'less', amount: wan(5), said: '压缩非核心任务预算' },
    { object: 'DJ02', form: 'less', amount: wan(3), said: '压缩非核心任务预算' },
    { object: '整体', form: 'policy', said: '修订项目管理办法，增加指标合理性预审和跨部门协同审批' },
  ],
}
