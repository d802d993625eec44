import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const claim =
  /(?:所有|全部|各|[一二三四五六七八九十\d]+[大个项])(?:个|项|类)?[\p{Script=Han}]{0,6}?(?:项目|任务|工作|工程|标段|绩效目标|指标)[^，,。；;\n]{0,6}(?:均|都|全部|已全部)(?:已)?(?:按(?:照)?(?:计划|期|时|序时进度|时间节点|年初计划)|如期|及时)(?:推进|完成|实施|开展|竣工|实现)?/gu
const except =
  /除[^，,。；;\n]{2,30}(?:滞后|延迟|延期|推迟|未能?|没有|暂缓)[^，,。；;\n]{0,16}(?:外|以外|之外)[，,]其余[^。；;\n]{0,40}/g
const late =
  /[^，,。；;\n]{2,24}(?:项目|工程|标段|任务)[^，,。；;\n]{0,10}(?:未能?(?:按期|按时|如期|按计划|及时)(?:完成|推进|实施|开工|启动|竣工|支付)|(?:滞后|延期|延迟|逾期)了?[^，,。；;\n]{0,4}\d+个?(?:月|天|日|工作日))/g
const notThisYear = /上年|去年|以往|往年|避免|防止|杜绝|若|如果|对[^，。]{0,8}的/

/** All on schedule, and one late. */
export const contradictionSchedule: Rule = {
  id: 'contradiction.schedule',
  kind: 'contradiction',
  title: '“均按计划完成”与延期、滞后的叙述相符',
  source: '形式逻辑：同一报告对同一事项的判断不得相反',
  fails: [
    '截至12月底，七大项目均按计划推进。\n时效指标：除平台建设因招标延迟滞后1个月外，其余项目均在12月底前完成。',
    '5个项目全部按期完成。\n公厕改造项目未能按期完成，延至次年3月。',
  ],
  holds: [
    '截至12月底，七大项目均按计划推进。时效指标：所有项目均在12月底前完成。',
    '部分项目进度滞后。除平台建设滞后1个月外，其余项目按期完成。',
    '各项任务均按时完成。避免项目未能按期完成的情况再次发生。',
  ],
  *check(doc) {
    const [all] = matches(doc, claim)
    if (!all) return
    const plain = (place: { start: number; words: string }) =>
      !notThisYear.test(doc.folded.text.slice(Math.max(0, place.start - 12), place.start) + place.words)
    const exception = matches(doc, except)[0]
    const against = exception ?? matches(doc, late).find(plain)
    if (!against) {
      yield { verdict: 'consistent', formula: `“${all.words}”，文中没有延期、滞后的项目`, places: [all] }
      return
    }
    const words = against.words.slice(0, 40)
    yield wrong(
      exception ? 'error' : 'question',
      exception ? 0.88 : 0.6,
      `前后矛盾：前面说“${all.words}”，后面又说“${words}”，有项目没有按计划完成。`,
      [all, against],
      { claimed: all.words, computed: words },
    )
  },
}
