import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const judged =
  /(?:预算|项目|资金|财政|部门|专项|绩效|支出|总体|整体|个别项目|部分项目){0,3}((?:政府采购|采购)?(?:执行|完成|支付|支出|到位|拨付|使用|覆盖|结案|整改|利用|达标|采购|收缴|知晓|参与)(?:率|进度))(?:仍|还|总体|整体|相对|普遍)?(?:较低|偏低|不高|过低|较慢|偏慢|缓慢|滞后|低下|较高)/g
/** How much of the money was spent has several names. */
const spending = /(?:执行|完成|支付|支出|使用|拨付)(?:率|进度)/
const shifted =
  /(?:追加|调整|调剂|结转|结余|变更)(?:的)?(?:预算|资金|项目)?(?:的)?(?:比重|比例|幅度|金额|规模|数额|资金)(?:较|偏|过|比较)?(?:大|高|多)/g

/** A rate or an amount that is judged and nowhere stated. */
export const missingFigure: Rule = {
  id: 'missing-element.figure',
  kind: 'missing-element',
  title: '评判高低的指标应有数字',
  source: '财预〔2015〕88号：绩效目标和结果应细化量化（B-20）',
  fails: [
    '二是项目预算执行率较低。由于财政收入减少，大部分专项资金未能拨付到位。',
    '预算执行率96.5%。受前期手续影响，政府采购执行率较低，扣0.5分。',
    '预算调整较多、追加预算比重较大，编制的准确性有待加强。',
  ],
  holds: [
    '全年预算执行率为75.5%。存在的问题：项目预算执行率较低。',
    '|项目|执行率|\n|智慧城管|65.66%|\n|文明创建|62.05%|\n问题：部分项目执行率偏低。',
    '效益指标扣0.5分，主要是部分社区公共服务设施利用率不高。政府采购执行率82.3%。受前期手续影响，政府采购执行率较低。',
    '全年追加预算320万元，追加预算比重较大。',
    '2.养老机构利用率不高。县社会福利中心120张床位中护理型48张，占40%。',
    '项目支出进度偏慢。项目支出预算9012万元，执行7807万元，执行率86.63%。',
  ],
  *check(doc) {
    const told = new Set<string>()
    for (const found of matches(doc, judged)) {
      const measure = found.groups[0] ?? ''
      if (told.has(measure) || isQuoted(doc, found) || isOfSome(doc, found)) continue
      told.add(measure)
      if (hasRate(doc, measure) || hasCounts(doc, found))
        yield { verdict: 'consistent', formula: `${found.words}：文中有${measure}的数字`, places: [found] }
      else
        yield wrong(
          'error',
          0.82,
          `“${found.words}”只有评判没有数字：全文没有写出${measure}是多少，应补上分子、分母和比率。`,
          [found],
          { claimed: found.words.replace(/^.*(?:率|进度)/, ''), computed: '无数字' },
        )
    }
    const [moved] = matches(doc, shifted)
    if (moved && !hasAmount(doc, moved.words.slice(0, 2)))
      yield wrong(
        'question',
        0.55,
        `“${moved.words}”没有写出金额：${moved.words.slice(0, 2)}了多少，占多大比重？`,
        [moved],
        { claimed: moved.words },
      )
  },
}

/** 利用率不高。120张床位中护理型48张，占40%: what is judged is told right behind it. */
const hasCounts = ({ folded: { text } }: Understanding, { end }: Match): boolean =>
  !/执行|支付|支出|进度|采购/.test(text.slice(end - 10, end)) &&
  (/^。[^\n]{0,120}/.exec(text.slice(end, end + 140))?.[0].match(/\d/g)?.length ?? 0) >= 3

/** 对执行率较低的项目… names a class of things, it judges none. */
const isQuoted = ({ folded: { text } }: Understanding, { start, end }: Match) =>
  /(?:对|对于|如|若|避免|防止|凡|将)[^，。；\n]{0,8}$/.test(text.slice(Math.max(0, start - 10), start)) &&
  /^的/.test(text.slice(end, end + 1))

/** 部分社区公共设施利用率不高: said of some things among many, of which there is no one figure. */
const isOfSome = ({ folded: { text } }: Understanding, { start }: Match) =>
  /(?:部分|个别|少数|一些|有的|某些)(?!项目|工程项目)[^，。；、\n]{2,16}$/.test(
    text.slice(Math.max(0, start - 20), start),
  )

function hasRate({ facts, tables, folded: { text } }: Understanding, measure: string): boolean {
  const near = measure.replace(/进度/, '率')
  const ofBuying = /^(?:政府)?采购/.test(measure)
  const about = (words: string) =>
    ofBuying
      ? /采购[^，。；]{0,6}率/.test(words)
      : words.includes(measure) || words.includes(near) || (spending.test(measure) && spending.test(words))
  return (
    facts.some(
      (fact) => fact.unit.dimension === 'percent' && about(text.slice(Math.max(0, fact.start - 24), fact.end + 6)),
    ) ||
    tables.some(({ columns, rows }) => columns.some(about) || rows.some((row) => row.some((cell) => about(cell.text))))
  )
}

const hasAmount = ({ facts, folded: { text } }: Understanding, word: string) =>
  facts.some(
    ({ unit, start, end }) =>
      ['money', 'percent'].includes(unit.dimension) && text.slice(Math.max(0, start - 20), end + 8).includes(word),
  )
