import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const missed =
  /(?<=^|[，,。；;：:、\n])([\p{Script=Han}]{4,18}?)(?:未|没有|没能|未能)(?:能)?(?:完成|达到|实现)(?:年度|年初|预期|绩效)*(?:目标|指标|任务)(?:值|数)?[，,](?:共|酌情)?扣(?:减)?(\d+(?:\.\d+)?)分/gmu
const reached =
  /(?:超过|高于|超额完成|优于|达到|完成)了?(?:年度|年初|预期|绩效|既定|设定)*(?:目标|指标|任务)(?:值|数)?(?!的?\d+(?:\.\d+)?%?的?(?:左右|以下))/g
const denied = /(?:未|没有|没能|未能)(?:能|全部)?$/
/** So far before the claim its subject stands. */
const REACH = 60
/** So much of a name must stand in the sentence. */
const SHARE = 0.85

/** Points are taken for a target missed that another sentence says was passed. */
export const contradictionDeducted: Rule = {
  id: 'contradiction.deducted',
  kind: 'contradiction',
  title: '前文写明达到目标的，后文不应以未达到目标扣分',
  source: '财预〔2020〕10号：实际完成值达到指标值的，记该指标所赋全部分值',
  fails:
    '全年分出厨余垃圾8,614吨，日均23.6吨，超过目标值1.6吨；可回收物3,906吨。\n主要扣分点：资金拨付不及时，扣0.3分；厨余垃圾日均分出量未达到目标，扣1分。',
  holds: [
    '全年分出厨余垃圾8,614吨，日均20.4吨，未达到目标值。道路保洁超过目标。\n主要扣分点：厨余垃圾日均分出量未达到目标，扣1分。',
    '绿化养护合格率96.5%，超过目标值1.5个百分点。\n厨余垃圾日均分出量未达到目标，扣1分。',
  ],
  *check(doc) {
    const losses = matches(doc, missed)
    if (!losses.length) return
    const said = matches(doc, reached).filter(({ start }) => !denied.test(doc.folded.text.slice(start - 4, start)))
    for (const loss of losses) {
      const name = loss.groups[0] ?? ''
      const other = said.find((one) =>
        one.start >= loss.end || one.end <= loss.start ? speaksOf(doc, one, name) : false,
      )
      if (!other) continue
      const words = clauseBefore(doc, other)
      const shown = words
        .split(/，|,(?!\d)/)
        .slice(-2)
        .join('，')
      const sure = words.includes(name)
      yield wrong(
        sure ? 'error' : 'question',
        sure ? 0.84 : 0.75,
        `前后矛盾：这里以“${name}未达到目标”扣${loss.groups[1]}分，别处写“${shown}${other.words}”。`,
        [loss, { start: other.start - shown.length, end: other.end }],
        { claimed: '未达到目标', computed: '达到目标' },
      )
    }
  },
}

/** The sentence as far as the claim. */
const clauseBefore = ({ folded: { text } }: Understanding, { start }: Match): string =>
  text.slice(Math.max(0, start - REACH), start).replace(/^.*[。；;\n]/s, '')

/** The signs of the name stand there, and two of them in a row at its beginning. */
function speaksOf(doc: Understanding, claim: Match, name: string): boolean {
  const words = clauseBefore(doc, claim)
  if (!words.includes(name.slice(0, 2))) return false
  const shared = [...name].filter((sign) => words.includes(sign)).length
  return shared / name.length >= SHARE
}
