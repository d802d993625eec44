import type { Understanding } from '../../understand/index.ts'
import { lossesOf } from '../losses.ts'
import type { Rule } from '../rule.ts'
import { sameName } from '../similar.ts'
import { matches, wrong } from '../words.ts'

/** 甲率、乙率、丙率等指标均达到或优于目标值 */
const claim =
  /([^。；;：:\n]{6,260}?)(?:等)?(?:\d+|[一二三四五六七八九十]+)?(?:项|个)?指标(?:值)?(?:均|都|全部)已?(?:达到|完成|实现|达成|优于|高于)(?:或[优超高][于过出]|并超过|了)?(?:年初|年度|预期|绩效|既定|设定的?)*(?:目标|指标|标准)值?/g

/** A list of indicators that are said to be reached, and the score sheet has one of them that was not. */
export const contradictionListed: Rule = {
  id: 'contradiction.listed',
  kind: 'threshold',
  title: '列举为“均达到目标”的指标，表中完成值也应达到目标值',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails:
    '电子健康档案建档率、糖尿病患者规范管理率、疫苗接种率等指标均达到或优于年初目标值。\n三级指标|年初目标值|实际完成值|分值|得分\n电子健康档案建档率|≥90%|93.28%|50|50\n糖尿病患者规范管理率|≥70%|67.10%|50|47.93\n合计|||100|97.93\n',
  holds:
    '电子健康档案建档率、疫苗接种率等指标均达到或优于年初目标值，糖尿病患者规范管理率未达到目标。\n三级指标|年初目标值|实际完成值|分值|得分\n电子健康档案建档率|≥90%|93.28%|50|50\n糖尿病患者规范管理率|≥70%|67.10%|50|47.93\n合计|||100|97.93\n',
  *check(doc) {
    // The pattern begins anywhere: it is not tried where nothing of the kind is said.
    if (!/指标(?:值)?(?:均|都|全部)/.test(doc.folded.text)) return
    for (const all of matches(doc, claim, /指标值?(?:均|都|全部)已?(?:达到|完成|实现|达成|优于|高于)/)) {
      const names = namesIn(all.groups[0] ?? '')
      if (names.length < 2) continue
      for (const { node, name } of missedOf(doc, names))
        yield wrong(
          'error',
          0.88,
          `前后矛盾：这里说“${name}”等指标均达到目标，而该项没有达到目标值。`,
          [{ start: all.start + all.words.indexOf(name), end: all.end }, node.place],
          { claimed: '均达到目标', computed: `“${node.name}”未达到目标值` },
        )
    }
  },
}

const LEAST_NAME = 4
const namesIn = (words: string): string[] =>
  words
    .replace(/^.*(?:其中|除[^，]*外)[，,]?/s, '')
    .split(/[、，,]|以及|和(?=[^、，,]*$)/)
    .map((name) => name.replace(/等$/, ''))
    .filter((name) => name.length >= LEAST_NAME)

const missedOf = (doc: Understanding, names: readonly string[]) =>
  lossesOf(doc).flatMap(({ node, met, plain, shortfall }) => {
    const name = !met && plain && shortfall > 0 ? names.find((one) => sameName(one, node.name)) : undefined
    return name ? [{ node, name }] : []
  })
