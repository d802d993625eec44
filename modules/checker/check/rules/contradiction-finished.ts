import type { Understanding } from '../../understand/index.ts'
import { lossesOf } from '../losses.ts'
import type { Outcome, Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const claim =
  /(?:全面|全部|均已?|圆满全部)(?:完成|实现|达成)了?[^，,。；;\n]{0,8}(?:绩效目标|绩效指标|目标任务|年度目标|指标任务)|(?:所有|全部|各项)(?:年度|年初|既定|预期|绩效)*(?:目标|指标)[^，,。；;\n]{0,4}(?:均|都|全部)(?:已)?(?:完成|实现|达成|达到)[^，,。；;\n]{0,8}|\d+项(?:[一二三]级|绩效|产出|考核|具体)*指标(?:均|都|全部)已?(?:按期|按时|如期|顺利|圆满)*(?:完成|达到|实现)[^，,。；;\n]{0,8}|(?:不存在|没有|无)未(?:能)?(?:完成|达到|达标|实现)的?(?:绩效|年度|年初|考核)*(?:目标|指标|任务)(?=[，,。；;\n])/g
const against =
  /(?:有)?(?:个别|部分|少数|[一二三四五六七八九\d]+[个项])(?:绩效)?(?:目标|指标)[^，,。；;\n]{0,6}(?:未(?:能|全部|完全)?(?:完成|达到|实现|达标)|没有(?:完成|达到)|存在偏差)[^，,。；;\n]{0,8}|(?<![\p{Script=Han}])(?![对如若凡]|上年|去年)[\p{Script=Han}]{2,16}(?:率|度|数|量)(?:未能?|没有)(?:达到|完成)(?:年度|年初|绩效)?目标值?(?![值的])|(?<=^|[，。；：\n、])(?![^，。；\n]{0,14}(?:投诉|成本|费用|支出|事故|排放|能耗))[\p{Script=Han}“”]{4,20}较(?:年度|年初|绩效|计划)*目标值?(?:少|推迟|滞后)[^，,。；;\n]{1,8}/gmu

/** All targets reached, and some not. */
export const contradictionFinished: Rule = {
  id: 'contradiction.finished',
  kind: 'contradiction',
  title: '“全部完成目标”与未完成的叙述相符',
  source: '形式逻辑：同一报告对同一事项的判断不得相反',
  fails: [
    '2023年我局全面完成了年度绩效目标。\n存在的问题：个别指标未完成，主要是资金未到位。',
    '14项绩效指标全部达到或超过目标值。\n（一）老年人健康管理率未达到目标值。外出居住的老年人较多。',
    '项目产出指标全部达到或超过年初目标值。\n指标名称|指标值|完成值|权重|得分\n培训人次|≥10000人次|9764人次|60|58.58\n培训合格率|≥95%|95.52%|40|40\n合计|||100|98.58\n',
    '各项年度绩效目标全部完成。\n偏差分析：村庄规划较目标少4个。',
    '各项年度绩效目标全部完成。\n偏差分析：公厕新建较目标少2座，主要是选址困难。',
    '全部26项三级指标均按期完成。\n存在问题：个别指标未完成，主要受采购周期影响。',
    '截至年底，不存在未完成的绩效目标。\n偏差分析：部分指标未达标，其中培训人次较目标少40人次。',
    '各项绩效指标均已完成。\n偏差分析：有2项指标未达到目标值。',
  ],
  holds: [
    '项目产出指标全部达到年初目标值。\n指标名称|指标值|完成值|权重|得分\n预算执行率|100%|97%|60|58.2\n培训合格率|≥95%|95.52%|40|40\n合计|||100|98.2\n',
    '全部26项三级指标均按期完成。存在问题：指标设置不够细化。对未完成的绩效目标，分析原因。',
    '2023年我局基本完成年度绩效目标。存在的问题：个别指标未完成。',
    '各项绩效指标均已完成。对结案率未达到目标值的单位进行通报。',
    '各项绩效指标均已完成，群众投诉较目标少12件，单位成本较目标少2元。',
    '各项绩效指标均已完成。存在的问题：绩效指标设置不够科学。',
    '各项年度绩效目标均已实现。支出较计划少12万元，投诉量较目标低3件。',
  ],
  *check(doc) {
    yield* againstSheet(doc)
    const [all] = matches(doc, claim)
    if (!all) return
    const [some] = matches(doc, against)
    if (!some) {
      yield { verdict: 'consistent', formula: `“${all.words}”，文中没有未完成的指标`, places: [all] }
      return
    }
    yield wrong(
      'question',
      0.65,
      `前后矛盾：前面说“${all.words}”，后面又说“${some.words}”。请核实目标是否全部完成。`,
      [all, some],
      { claimed: all.words, computed: some.words },
    )
  },
}

const reachedAll =
  /(?:项目|部门|整体)?(产出|各项|绩效|全部|所有)(?:绩效)?指标(?:均|都|全部)已?(?:达到|完成|实现)(?:或超过|并超过|了)?(?:年初|年度|预期|绩效)*(?:目标|指标)值?/g
/** Not of the outputs, where the sheet does not say of which class they are. */
const noOutput = /执行率|支付率|满意|效益|就业率|失业率/

/** 产出指标全部达到目标值, and in the score sheet some of them lose points for having missed it. */
function* againstSheet(doc: Understanding): Generator<Outcome> {
  const [all] = matches(doc, reachedAll)
  if (!all) return
  const ofOutput = all.groups[0] === '产出'
  const missed = lossesOf(doc).filter(
    ({ met, plain, lost, group, node }) =>
      !met && plain && lost > 0 && (!ofOutput || /产出/.test(group?.name ?? '') || !noOutput.test(node.name)),
  )
  const named = ofOutput && missed.some(({ group }) => /产出|效益/.test(group?.name ?? ''))
  const against = named ? missed.filter(({ group }) => /产出/.test(group?.name ?? '')) : missed
  if (!against.length) return
  const names = against.slice(0, 3).map(({ node }) => `“${node.name}”`)
  yield wrong(
    'question',
    0.76,
    `前后矛盾：这里说“${all.words}”，而${names.join('、')}${against.length > 3 ? `等${against.length}项` : ''}没有达到目标值、并因此失分。`,
    [all, ...against.map(({ node }) => node.place)],
    { claimed: all.words, computed: `${against.length}项未达到` },
  )
}
