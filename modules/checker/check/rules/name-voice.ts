import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { isWithin } from '../similar.ts'
import { type Match, matches, wrong } from '../words.ts'

/** Another body of the own kind, named once, that speaks as only the own does. */
export const nameVoice: Rule = {
  id: 'name.voice',
  kind: 'name',
  title: '以本单位口吻所写的单位名称应是本单位',
  source: 'GB/T 9704—2012《党政机关公文格式》：机关全称或规范化简称',
  fails: [
    report('养护经费没有同步增长，临泉区市政工程管理站只能优先保障主干道。'),
    report('临泉区园林绿化管理处严格执行财务管理制度，全年无违规问题。'),
    report('存在台账不全的问题，平州市临川区市政养护中心将进一步规范资料收集。'),
    report('临泉区市政工程管护所认真开展绩效自评。'),
    '江川县市政和园林管理局\n2024年度项目支出绩效自评报告\n江川县市政和园林管理局负责养护。\n江川县城市管理局严格执行《政府会计制度》。\n',
    '临江区春河路街道办事处\n2024年度项目支出绩效自评报告\n春河路街道位于中部。\n春江路街道办事处成立由主任任组长的自评工作小组。\n',
  ],
  holds: [
    report('临泉区市政设施管理处只能优先保障主干道，临泉区财政局高度重视绩效管理，临泉区城市管理局将进一步加强指导。'),
    report('下属临泉区市政工程管理站严格执行制度。由临泉区路灯管理所负责亮灯，会同临泉区排水管理站开展清淤。'),
    report('道路移交给临泉区市政工程管理站。临泉区市政工程管理站严格执行养护规程。'),
    report('区市政工程管理站承担桥涵检测。临泉区市政工程管理站进一步加强巡查。'),
    report('临泉区排水管理站负责管网清淤，临泉区园林绿化管理处承担行道树养护。'),
    '临江区春河路街道办事处\n2024年度项目支出绩效自评报告\n春河路街道办事处成立自评小组。街道办事处成立专班，各街道办事处严格执行制度。\n',
  ],
  *check(doc) {
    const { bureau = '', title = '' } = doc.profile
    if (!title.includes(bureau) || bureau.length < SHORTEST) return
    for (const found of others(doc, bureau)) {
      if (!isStranger(doc, found, bureau)) continue
      yield wrong(
        'question',
        0.76,
        `这里以本单位的口吻写“${found.words}”，本报告的单位是“${bureau}”，“${found.words}”全文只此一处；请核实是否写错。`,
        [found],
        { claimed: found.words, computed: bureau },
      )
    }
  },
}

function report(words: string): string {
  return `江东省平州市临泉区市政设施管理处2022年度单位整体支出绩效自评报告\n一、概况\n临泉区市政设施管理处为公益一类事业单位。\n二、问题\n${words}\n`
}

const SHORTEST = 5
const voices =
  '(?:也|均|已|应|在|还)?(?:将(?:进一步|继续|严格|加强|认真|不断|持续|着力|切实|按照)|严格(?:执行|按照|落实|遵守)|高度重视|认真(?:组织|开展|落实|对照|总结)|成立(?:了|由|以|绩效|自评)|组织开展[^，。]{0,10}自评|切实|进一步|不断|坚持|强化|只能|对照|没有|未能|始终|建立健全|通过自评|绩效自评)'
const kinds = '局|委员会|处|站|所|中心|大队|支队'
const rankOf = (name: string) => (/(?:局|委员会|厅|委)$/.test(name) ? 1 : 2)
const placed =
  /^(?:[\p{Script=Han}]{2,3}(?:省|自治区))?([\p{Script=Han}]{2,3}市)?([\p{Script=Han}]{2,3}?)(?<!城)([市县区旗])/u
/** Who acts in the reports of all. */
const overseer = /财政|审计|发展|改革|税务|统计|纪|监察|组织|人事|人力|政府/

function others(doc: Understanding, bureau: string): Match[] {
  const street = bureau.endsWith('街道办事处')
  if (street) return matches(doc, streets).map((found) => backToStop(doc, found))
  const [, city = '', stem = '', level = ''] = placed.exec(bureau) ?? []
  if (!stem) return []
  const where = [
    `${stem}${level}`,
    ...(city ? [`${city}[\\p{Script=Han}]{2,3}${level}`] : []),
    `${stem[0]}[\\p{Script=Han}]${level}`,
  ]
  return matches(doc, new RegExp(`(?:${where.join('|')})[\\p{Script=Han}]{2,12}?(?:${kinds})(?=${voices})`, 'gu'))
}

const streets = new RegExp(`街道办事处(?=${voices})`, 'g')
/** The words of the clause as far as the match: 春江路街道办事处. */
function backToStop({ folded: { text } }: Understanding, { end, groups, start }: Match): Match {
  const words = /[\p{Script=Han}]{0,6}$/u.exec(text.slice(Math.max(0, start - 6), start))?.[0] ?? ''
  return { start: start - words.length, end, words: text.slice(start - words.length, end), groups }
}

function isStranger({ folded: { text } }: Understanding, { words, start }: Match, bureau: string): boolean {
  if (!/^$|[，。；：:\n]/.test(text[start - 1] ?? '') || overseer.test(words) || rankOf(words) !== rankOf(bureau))
    return false
  if (bureau.endsWith(words) || words.endsWith(bureau) || isWithin(ownPart(words), bureau)) return false
  // Named elsewhere, also without its place, it is a body of its own.
  const part = ownPart(words)
  return part.length > 4 && text.split(part).length === 2 && !new RegExp(`简称[“"]?${words}`).test(text)
}

/** Without its place: 市政工程管理站. A street is told by its name. */
const ownPart = (words: string) =>
  /街道办事处$/.test(words) ? words.replace(/^.*[市县区旗]/, '').replace('办事处', '') : words.replace(placed, '')
