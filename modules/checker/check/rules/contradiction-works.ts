import { every } from '../../understand/every.ts'
import type { Sentence, Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const works = /工程|项目|改造|建设|泵站|公园|管网|公厕|道路|中心|站|桥/
/** The name right before what is said of it: 滨江步道工程目前尚未完工. */
const open =
  /([\p{Script=Han}“”]{4,20}?)(?:目前|至今|截至目前|到目前|截至年底|年底前?|现|仍然?|还)*(?:尚未|仍未|还未|未能?|没有|仍在施工|尚在施工|正在施工|处于施工)(完工|竣工|建成|通过[^，。；\d]{0,4}验收|完成[^，。；\d]{0,4}验收|组织[^，。；\d]{0,4}验收|投入使用|中|阶段)?(?=[，,。；;、\n]|$)/gu
const closed =
  /(?:已|均已?|全部|全面|顺利|正式|如期|按期|圆满)*(?:(?:通过|完成)[^，,。；;\d]{0,6}验收|全部完工|全面完工|已完工|完工并|竣工验收合格|验收合格|(?:全部|全面|顺利|如期|按期|已)?竣工(?:验收)?|建成投(?:用|入使用)|投入使用)/g
const planned =
  /计划|预计|拟|将|力争|争取|确保|应|须|要求|目标|待|前完|后方|才能|未|尚|不|如|若|约定|部分|其中|一期|二期|标段|除|上年|去年/
const partly = /一期|二期|三期|标段|部分|其中|配套|附属|剩余|个别|其余|上年|去年|除/
/** 尚未验收 is not against 完工, and 未投入使用 not against 验收. */
const stages: readonly RegExp[] = [/完工|竣工(?!验收)|建成|施工/, /验收/, /投入使用|投用/]
const stageOf = (words: string): number => stages.findLastIndex((stage) => stage.test(words))

/** 已通过竣工验收 in one place, 尚未完工 in another; 全部完工 and one left over. */
export const contradictionWorks: Rule = {
  id: 'contradiction.works',
  kind: 'contradiction',
  title: '同一工程的完工、验收情况前后一致',
  source: '同一事实前后表述应一致',
  fails: [
    '全年实施滨江步道提升工程，总投资860万元。该工程于2023年9月建成，并于11月通过竣工验收。\n三、下一步打算\n滨江步道提升工程目前尚未完工，将督促施工单位倒排工期。',
    '二、项目完成情况\n东关泵站改造项目于2023年10月竣工验收合格，运行正常。\n三、存在问题\n东关泵站改造项目至今未完成竣工验收，资料不全。',
    '老城区管网改造工程已完工。\n由于拆迁受阻，老城区管网改造工程仍在施工，预计2024年6月完工。',
    '边坡治理工程共15处，年底前完工13处，剩余2处因征地受阻延期。\n总的看，15处边坡治理工程已全部完工，效果良好。',
    '村内道路硬化项目全部完工，群众满意。\n村内道路硬化项目计划实施8条，实际完成7条，尚有1条未完工。',
  ],
  holds: [
    '全年实施滨江步道提升工程。该工程于2023年9月建成，11月通过竣工验收。\n三、下一步打算\n西关步道提升工程目前尚未完工，将督促施工单位倒排工期。',
    '滨江步道提升工程一期于2023年9月竣工。\n滨江步道提升工程二期尚未完工。滨江步道提升工程计划2023年9月完工。',
    '东关泵站改造项目已完工。\n东关泵站改造项目尚未通过竣工验收，资料正在整理。截至6月，东关泵站改造项目未完工。',
    '边坡治理工程共15处，全部完工。\n13处边坡治理工程已全部完工，剩余2处正在施工。',
    '滨江步道提升工程实施中，西门公厕改造已完工。\n滨江步道提升工程目前尚未完工。',
    '边坡治理工程共15处，6月底前完工13处，剩余2处于10月完工。\n15处边坡治理工程已全部完工。',
  ],
  *check(doc) {
    yield* unfinished(doc)
    yield* leftOver(doc)
  },
}

function* unfinished(doc: Understanding): Generator<Outcome> {
  const told = new Set<string>()
  for (const sentence of doc.sentences) {
    if (!/未|没有|在施工|处于施工/.test(sentence.text) || !/完工|竣工|验收|建成|施工|使用/.test(sentence.text)) continue
    for (const found of every(sentence.text, open)) {
      const name = (found[1] ?? '').replace(/^.*(?:由于|因|但|而|其中|对|的)/, '').replace(/[“”]/g, '')
      const clause = /[^，,。；;]*$/.exec(sentence.text.slice(0, found.index))?.[0] ?? ''
      if (name.length < SHORTEST || !works.test(name.slice(-4)) || told.has(name)) continue
      if (partly.test(clause + found[0]) || /\d+月|季度|截至/.test(sentence.text.slice(0, found.index))) continue
      const saysOpen = found[2] && !/中|阶段/.test(found[2]) ? found[2] : '完工'
      const done = doneOf(doc, name, sentence, stageOf(saysOpen))
      if (!done) continue
      told.add(name)
      const start = sentence.start + found.index + found[0].indexOf(name)
      const words = sentence.text.slice(start - sentence.start, found.index + found[0].length)
      yield wrong(
        'question',
        0.8,
        `前后矛盾：这里写“${words}”，文中又写“${done.words}”；请核实该工程是否完工。`,
        [{ start, end: start + words.length }, done],
        { claimed: words, computed: done.words },
      )
    }
  }
}
const SHORTEST = 5

/** What is said of the work in the sentence that names it, or in the next that begins with 该工程. */
function doneOf(doc: Understanding, name: string, own: Sentence, stage: number) {
  const at = doc.sentences.findIndex(
    (sentence) => sentence !== own && sentence.text.includes(name) && !partly.test(behindName(sentence.text, name)),
  )
  for (const one of doc.sentences.slice(at < 0 ? doc.sentences.length : at, at + 4)) {
    if (one === own || one.line !== doc.sentences[at]?.line) continue
    const named = one.text.indexOf(name)
    const again = named < 0 ? /^(?:该|此|本)?(?:工程|项目)/.exec(one.text) : null
    if (named < 0 && !again) continue
    const from = named < 0 ? 0 : named + name.length
    const words = one.text.slice(from)
    const found = every(words, closed).find((match) => {
      const lead = words.slice(0, match.index)
      const clause = lead.replace(/^.*[，,；;]/s, '')
      return stageOf(match[0]) >= stage && !planned.test(clause) && !/；/.test(lead) && !others.test(lead)
    })
    if (!found) continue
    const start = one.start + from + (words.slice(0, found.index).lastIndexOf('，') + 1)
    const end = one.start + from + found.index + found[0].length
    return { start, end, words: doc.folded.text.slice(start, end) }
  }
  return undefined
}
const behindName = (words: string, name: string): string => words.slice(words.indexOf(name) + name.length).slice(0, 4)
/** Another work named between begins another subject; 工程 alone is the same. */
const others = /[\p{Script=Han}]{3,}(?<!该|此|本)(?:工程|项目|改造)(?![质款资量进投验])[\p{Script=Han}]{0,3}/u

const all =
  /([\p{Script=Han}]{4,16}(?:工程|项目))(?:[^，,。；;\n]{0,14}?)(?:已|均)?全[部面](?:已)?(?:完工|竣工|建成|完成)/gu
const left = /(?:剩余|尚有|还有|仍有|余下|其余)(?:的)?(\d+|[一二两三四五六七八九十])[处个条座项段][^。；;]{0,40}/g

/** 12处工程已全部完工, and of the same one is left over. */
function* leftOver(doc: Understanding): Generator<Outcome> {
  for (const sentence of doc.sentences) {
    if (!/全[部面]/.test(sentence.text)) continue
    for (const found of every(sentence.text, all)) {
      const name = (found[1] ?? '').replace(/^.*[处个条座项段](?=[\p{Script=Han}]{4,})/u, '').replace(/^.*的/, '')
      const before = sentence.text.slice(Math.max(0, found.index - 12), found.index).replace(/^.*[，,；;]/s, '')
      if (name.length < SHORTEST || planned.test(before + found[0].slice(found[1]?.length))) continue
      const rest = restOf(doc, name, sentence)
      if (!rest) continue
      const start = sentence.start + found.index + found[0].indexOf(name)
      const end = sentence.start + found.index + found[0].length
      const words = doc.folded.text.slice(start, end)
      yield wrong(
        'question',
        0.8,
        `前后矛盾：这里写“${words}”，文中又写“${rest.words}”；请核实是否全部完工。`,
        [{ start, end }, rest],
        { claimed: words, computed: rest.words },
      )
      return
    }
  }
}

function restOf(doc: Understanding, name: string, own: Sentence) {
  for (const one of doc.sentences) {
    const at = one === own ? -1 : one.text.indexOf(name)
    if (at < 0 || /全部|全面/.test(one.text.slice(at))) continue
    const found = every(one.text.slice(at), left)[0]
    const words = found?.[0].replace(/[，,]$/, '') ?? ''
    if (!found || !/计划|预计|将|延|未|尚|正在|受|因|重新/.test(words)) continue
    if (!/完工|竣工|建成|完成/.test(one.text.slice(at, at + found.index) + words)) continue
    const start = one.start + at + found.index
    return { start, end: start + words.length, words }
  }
  return undefined
}
