import type { Fact, Understanding } from '../../understand/index.ts'
import { isComparison } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { isOfOtherTime } from '../subject.ts'
import { before, lineAt, type Match, matches, wrong } from '../words.ts'

/** What may be told to be none: its words, and how the figure of the same is called. */
const accounts: readonly [name: string, claimed: string, label: RegExp][] = [
  [
    '政府性基金',
    '政府性基金(?:预算)?(?:财政拨款)?',
    /政府性基金(?:预算)?(?:财政拨款)?(?:支出|收入|收支|拨款)?(?:决算|总额|合计|数)?$/,
  ],
  [
    '国有资本经营',
    '国有资本经营(?:预算)?(?:财政拨款)?',
    /国有资本经营(?:预算)?(?:财政拨款)?(?:支出|收入|拨款)?(?:决算|总额|合计|数)?$/,
  ],
  ['因公出国', '因公出国（?境?）?', /因公出国（?境?）?(?:费用?|经费|支出)*(?:决算|实际支出|支出)?$/],
  ['公务接待', '公务接待', /公务接待(?:费用?|经费|支出)*(?:决算|实际支出|支出)?$/],
  ['公务用车购置', '公务用车购置', /公务用车购置(?:费用?|经费|支出)*(?:决算|实际支出|支出)?$/],
  ['上级补助', '上级补助', /上级补助(?:收入|资金)?(?:决算)?$/],
  ['附属单位上缴', '附属单位上缴', /附属单位上缴(?:收入)?(?:决算)?$/],
  ['经营收入', '经营收入', /(?<!资本)经营收入(?:决算)?$/],
  ['年末结转和结余', '(?:年末|年终)结转(?:和结余|结余)?', /(?:年末|年终)结转(?:和结余|结余)?(?:资金)?$/],
]
const none = '(?:没有|无|未安排|未发生|未产生|未支出|不涉及|未使用)'
/** 没有政府性基金预算支出; 政府性基金预算支出为零. What stands behind may narrow it: 无公务接待超标. */
const ending =
  '(?:收入|支出|收支|拨款|费用?|经费|预算|决算|资金|安排|和|及|、|的|情况|业务|事项|任务)*(?=[，,。；;、）)\\n]|故|所以|因此)'
const claims = accounts.map(
  ([name, words, label]) =>
    [
      name,
      new RegExp(
        `${none}(?:使用|安排|发生)?(?:任何)?${words}${ending}|${words}(?:收入|支出|收支|费用?|拨款|决算)*(?:均?为零|零支出|未发生|没有发生|无支出|无收支)`,
        'g',
      ),
      label,
    ] as const,
)
const narrowed =
  /违规|超标|超预算|上年|去年|明年|下年|年初|预计|计划|如|若|其他|其余|项目|该|下属|所属|二级|原因|因为?(?!我|本|20)/

/** 没有政府性基金预算支出，故…为空表, and 政府性基金预算支出640万元 is told. */
export const contradictionNoMoney: Rule = {
  id: 'contradiction.no-money',
  kind: 'contradiction',
  title: '写“没有”“未发生”的收支，不应另有金额',
  source: '部门决算公开说明格式：没有收支的写明没有，有收支的写明金额',
  fails: [
    '平川县城市管理局2023年度部门整体支出绩效自评报告\n2023年政府性基金预算支出320.50万元，用于路灯改造。\n五、公开情况\n我局2023年没有政府性基金预算支出，故政府性基金决算表为空表。',
    '平川县水务局2023年度绩效自评报告\n“三公”经费支出12.60万元，其中公务接待费2.40万元。\n本年度未发生公务接待费。',
    '平川县水务局2023年度绩效自评报告\n本部门无国有资本经营预算支出。\n国有资本经营预算支出18.00万元，为企业退休人员社会化管理补助。',
    '平川县水务局2023年度绩效自评报告\n年末结转和结余36.20万元。\n预算全部执行完毕，没有年末结转和结余。',
    '平川县水务局2023年度绩效自评报告\n2023年公务用车购置费支出为零。\n全年公务用车购置费17.80万元，用于更新执法车辆。',
  ],
  holds: [
    '平川县水务局2023年度绩效自评报告\n我局没有政府性基金预算支出。政府性基金预算支出0.00万元。2022年政府性基金预算支出30.00万元。',
    '平川县水务局2023年度绩效自评报告\n公务接待费2.40万元，比上年减少0.60万元。未发生公务接待费超标问题，无违规公务接待。',
    '平川县水务局2023年度绩效自评报告\n年初未安排政府性基金预算，年中追加政府性基金预算支出320.50万元。',
    '平川县水务局2023年度绩效自评报告\n上年公务接待费1.20万元，本年度未发生公务接待费，公务接待费较上年减少1.20万元，公务接待费预算2.00万元。',
    '平川县水务局2023年度绩效自评报告\n下属渠道管理所无上级补助收入。上级补助收入60.00万元。',
  ],
  *check(doc) {
    for (const [name, pattern, label] of claims) {
      const claim = matches(doc, pattern).find((found) => isOwn(doc, found))
      const amount = claim && doc.facts.find((fact) => isAmount(doc, fact, label, claim))
      if (!claim || !amount) continue
      const words = doc.folded.text.slice(amount.labelSpan.start, amount.end)
      yield wrong(
        'question',
        0.82,
        `前后矛盾：这里写“${claim.words}”，文中又有“${words}”，请核实“${name}”是否有收支。`,
        [claim, { start: amount.labelSpan.start, end: amount.end }],
        { claimed: claim.words, computed: words },
      )
    }
  },
}

/** Of the whole body and of this year. */
function isOwn(doc: Understanding, found: Match): boolean {
  const lead = before(doc, found, 20).replace(/^.*[，,。；;\n]/s, '')
  const year = /((?:19|20)\d{2})年/.exec(lead)?.[1]
  return (
    !doc.folded.lines[lineAt(doc, found.start)]?.cell &&
    !narrowed.test(lead) &&
    (!year || !doc.profile.year || Number(year) === doc.profile.year)
  )
}

function isAmount(doc: Understanding, fact: Fact, label: RegExp, claim: Match): boolean {
  if (fact.unit.dimension !== 'money' || fact.value <= 0 || fact.bound || doc.folded.lines[fact.line]?.cell)
    return false
  const lead = before(doc, fact, 24).replace(/^.*[，,。；;\n]/s, '')
  // 收入 is not against 支出, and what is planned not against what was spent.
  const sides = ['收入', '支出'].filter((side) => claim.words.includes(side))
  return (
    label.test(fact.label) &&
    !isComparison(fact) &&
    !isOfOtherTime(doc, fact) &&
    !narrowed.test(lead) &&
    !/预算(?:数|安排)?$|目标|减少|增加|下降|节约|压减|追加/.test(lead) &&
    (sides.length !== 1 || !/收入|支出/.test(fact.label) || fact.label.includes(sides[0] ?? ''))
  )
}
