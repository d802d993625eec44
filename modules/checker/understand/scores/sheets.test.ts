import { expect, test } from 'vitest'
import { checked } from '../../check/report.ts'
import { rules } from '../../check/rules/index.ts'
import { ReadingBuilder } from '../../read/reading.ts'
import { readText } from '../../read/text.ts'
import { type Understanding, understand } from '../index.ts'
import { type ScoreNode, type Scores, scoresOf } from '../scores.ts'

type Cell = string | [text: string, columns: number, rows?: number]

/** A table as a word processor has it, with cells that cover several columns and rows. */
function merged(...rows: Cell[][]): Understanding {
  const builder = new ReadingBuilder('自评表')
  builder.paragraph('皖川县城市管理局2023年度项目支出绩效自评表')
  builder.table(
    rows.map((row) =>
      row.map((cell) => {
        const [text, columns, deep] = typeof cell === 'string' ? [cell] : cell
        return { text, columns: columns ?? 1, rows: deep ?? 1 }
      }),
    ),
  )
  return understand(builder.done())
}

const line = ({ name, weight, got, parts }: ScoreNode): string => {
  const points = [name, weight?.value, got?.value].filter((one) => one !== undefined).join(' ')
  return parts.length ? `${points}（${parts.map(line).join('、')}）` : points
}
const sheets = (doc: Understanding): string[] => scoresOf(doc).sheets.map(({ root }) => line(root))
const errors = (doc: Understanding) =>
  checked(doc, rules).findings.filter(({ severity }) => severity === 'error' || severity === 'rounding')

/** The national form of 财预〔2020〕10号, merged as Word writes it. */
const national = (last = '98.60') =>
  merged(
    [
      ['项目名称', 2],
      ['数字城管平台运行', 8],
    ],
    [['项目资金（万元）', 2, 3], '', '年初预算数', '全年预算数', ['全年执行数', 2], '分值', '执行率', '得分'],
    ['年度资金总额', '80.00', '80.00', ['72.00', 2], '10', '90%', '9.00'],
    ['其中：当年财政拨款', '80.00', '80.00', ['72.00', 2], '—', '90%', '—'],
    [
      ['绩效指标', 1, 6],
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      ['偏差原因', 2],
    ],
    [['产出指标（50分）', 1, 3], '数量指标', '采集案件', '≥12000件', '12560件', '20', '20', ['', 2]],
    ['质量指标', '案件处置率', '≥95%', '93.1%', '20', '19.6', ['派单滞后', 2]],
    ['时效指标', '故障修复时间', '≤4小时', '3.5小时', '10', '10', ['', 2]],
    ['效益指标（30分）', '社会效益指标', '管理效能', '提升', '提升', '30', '30', ['', 2]],
    ['满意度指标（10分）', '服务对象满意度指标', '市民满意度', '≥90%', '92%', '10', '10', ['', 2]],
    [['总分', 6], '100', last, ['', 2]],
  )

test('the national form is one tree: the money, three groups, their indicators', () => {
  expect(sheets(national())).toEqual([
    '总分 100 98.6（年度资金总额 10 9、产出指标 50（采集案件 20 20、案件处置率 20 19.6、故障修复时间 10 10）、效益指标 30（管理效能 30 30）、满意度指标 10（市民满意度 10 10））',
  ])
  expect(errors(national())).toEqual([])
  expect(errors(national('96.80')).map(({ claimed, computed }) => [claimed, computed])).toEqual([['96.80', '98.6']])
})

test('a form with points behind each level has each level below the other', () => {
  const doc = merged(
    ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评分标准', '自评得分'],
    [['投入', 1, 2], ['15', 1, 2], '目标设定', '5', '目标合理性', '5', '符合得满分，否则不得分', '5'],
    ['预算配置', '10', '在职人员控制率', '10', '每超1个百分点扣1分', '10'],
    [['过程', 1, 2], ['85', 1, 2], '预算执行', '45', '预算完成率', '45', '按比例得分', '44.55'],
    ['预算管理', '40', '制度健全性', '40', '', '38'],
    ['合计', '100', '', '100', '', '100', '', '97.55'],
  )
  expect(sheets(doc)).toEqual([
    '总分 100 97.55（投入 15（目标设定 5（目标合理性 5 5）、预算配置 10（在职人员控制率 10 10））、过程 85（预算执行 45（预算完成率 45 44.55）、预算管理 40（制度健全性 40 38）））',
  ])
  expect(errors(doc)).toEqual([])
})

test('a form with sign and unit in columns of their own has targets that can be held against what was reached', () => {
  const text = (done: string) =>
    [
      '三级指标|指标性质|指标值|度量单位|权重|完成值|得分|未完成原因分析',
      `清扫面积|≥|260|万平方米|60|${done}|60|`,
      '环境投诉件数|≤|50|件|40|42|40|',
      '合计||||100||100|',
    ].join('\n')
  const doc = (done: string) => understand(readText('自评表', text(done)))
  const [first, second] = scoresOf(doc('268')).sheets[0]?.root.parts ?? []
  expect([first?.target?.sign, first?.target?.quantity.unit.word, first?.actual?.value]).toEqual(['≥', '万平方米', 268])
  expect([second?.target?.sign, second?.target?.quantity.unit.word]).toEqual(['≤', '件'])
  expect(errors(doc('268'))).toEqual([])
  expect(errors(doc('226')).map(({ kind }) => kind)).toEqual(['deduction'])
})

const prose = (...paragraphs: string[]): Scores => scoresOf(understand(readText('自评报告', paragraphs.join('\n'))))

test('what is said behind the total comes again as headings with the indicators below', () => {
  const { tops, totals } = prose(
    '该项目自评得分97.75分。其中：项目过程20分，得19.75分；项目产出80分，得78分。',
    '（一）项目过程情况。资金到位率100%，得10分；预算执行率97.5%，满分10分，得9.75分。',
    '（二）项目产出情况。清运率目标值100%，实际完成100%，得78分。',
  )
  expect(tops.map(line)).toEqual([
    '项目过程 20 19.75（资金到位率 10、预算执行率 10 9.75）',
    '项目产出 80 78（清运率目标值 78）',
  ])
  expect(totals.map(({ quantity, parts }) => [quantity.value, parts.length])).toEqual([[97.75, 2]])
})

test('parts in brackets belong to what stands before the bracket', () => {
  const { tops } = prose(
    '部门整体绩效自评总分为94分，其中，预算执行满分20分，得19分；履职目标满分80分，得75分（履职质量50分，得46分；履职时效30分，得29分）。',
  )
  expect(tops.map(line)).toEqual(['预算执行 20 19', '履职目标 80 75（履职质量 50 46、履职时效 30 29）'])
})

test('how points are given is no score, nor is what others scored', () => {
  const { tops, totals } = prose(
    '评分标准：每超期1件扣0.5分，扣完为止；投诉率每高于目标1个百分点扣1分，最多扣5分。',
    '2023年数字城管考核中，我区在全市9个区中排名第3，得分92.36分。',
  )
  expect([tops, totals]).toEqual([[], []])
})
