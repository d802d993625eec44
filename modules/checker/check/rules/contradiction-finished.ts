import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const claim =
  /(?:全面|全部|均已?|圆满全部)(?:完成|实现|达成)了?[^，,。；;\n]{0,8}(?:绩效目标|绩效指标|目标任务|年度目标|指标任务)|(?:所有|全部|各项)(?:绩效)?(?:目标|指标)[^，,。；;\n]{0,4}(?:均|都|全部)(?:已)?(?:完成|实现|达成|达到)[^，,。；;\n]{0,8}|\d+项(?:绩效)?指标(?:均|都|全部)(?:已)?(?:完成|达到|实现)[^，,。；;\n]{0,8}/g
const against =
  /(?:有)?(?:个别|部分|少数|[一二三四五六七八九\d]+[个项])(?:绩效)?(?:目标|指标)[^，,。；;\n]{0,6}(?:未(?:能|全部|完全)?(?:完成|达到|实现|达标)|没有(?:完成|达到)|存在偏差)[^，,。；;\n]{0,8}|(?<![\p{Script=Han}])(?![对如若凡]|上年|去年)[\p{Script=Han}]{2,16}(?:率|度|数|量)(?:未能?|没有)(?:达到|完成)(?:年度|年初|绩效)?目标值?(?![值的])/gu

/** All targets reached, and some not. */
export const contradictionFinished: Rule = {
  id: 'contradiction.finished',
  kind: 'contradiction',
  title: '“全部完成目标”与未完成的叙述相符',
  source: '形式逻辑：同一报告对同一事项的判断不得相反',
  fails: [
    '2023年我局全面完成了年度绩效目标。\n存在的问题：个别指标未完成，主要是资金未到位。',
    '14项绩效指标全部达到或超过目标值。\n（一）老年人健康管理率未达到目标值。外出居住的老年人较多。',
    '各项绩效指标均已完成。\n偏差分析：有2项指标未达到目标值。',
  ],
  holds: [
    '2023年我局基本完成年度绩效目标。存在的问题：个别指标未完成。',
    '各项绩效指标均已完成。对结案率未达到目标值的单位进行通报。',
    '各项绩效指标均已完成。存在的问题：绩效指标设置不够科学。',
  ],
  *check(doc) {
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
