import type { Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { wrong } from '../words.ts'

/** “未完成的绩效目标”: which, and by how much? */
export const missingShortfall: Rule = {
  id: 'missing-element.shortfall',
  kind: 'missing-element',
  title: '未完成的目标应写明是哪些、差多少',
  source: '财预〔2020〕10号附件：未完成的指标应写偏差原因及改进措施',
  fails: [
    '2.完成的绩效目标。\n一是突出学习重点。\n3.未完成的绩效目标。\n较年初目标值偏低。\n（三）存在的问题和原因\n1、市容管理长效机制需完善。',
    '（二）未完成目标情况\n部分指标未达到年初目标，今后将加以改进。\n（三）下一步措施\n加强管理。',
  ],
  holds: [
    '3.未完成的绩效目标。\n无。\n（三）存在的问题和原因\n长效机制需完善。',
    '3.未完成的绩效目标。\n道路绿化率95%，比目标值98%低3个百分点，原因是补栽未完成。\n（三）问题\n无。',
    '（二）未完成目标情况\n公厕改造项目因征地未完成而没有开工。\n（三）下一步措施\n加强管理。',
  ],
  *check(doc) {
    for (const { body, title, start, end } of sectionsOn(doc, /未(?:能)?完成(?:的)?(?:绩效)?(?:目标|指标)|偏差情况/)) {
      const words = body.replace(/\s/g, '')
      if (!words || words.length > 60 || /\d|^(?:无|没有|不存在|全部完成)/.test(words)) continue
      const vague = /^(?:个别|部分|少数|有的|一些)?(?:绩效)?(?:目标|指标)?(?:较|与|未|没有|偏|完成)/.test(words)
      if (!vague || !/偏低|较低|未达|没有达|未完成|差距/.test(words)) continue
      yield wrong(
        'error',
        0.82,
        `“${words.slice(0, 20)}”没有写明是哪项指标、目标值和完成值各是多少、为什么没有完成。`,
        [{ start, end }, title],
        { claimed: words.slice(0, 12), computed: '未写明' },
      )
    }
  },
}
