import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { before, behind, matches, wrong } from '../words.ts'

const evaluated =
  /(?<!\d)((?:19|20)\d{2})年(?:度)?(?:我局|我队|我单位|本单位|本部门|全局|市级|区级|县级|财政|部门|单位|项目|整体|支出|预算|的)*(?:绩效自评|自评工作|自评报告|自评结果|自评得分|整体支出绩效自评|绩效评价(?:工作|报告|结果))/g
const other = /上年|上一年|去年|往年|历年|下年|下一年|结合|运用|应用|参照|参考|较|比|《|〔/
const publishing = /通知|文件|方案》|办法》|号|整改|应用/

const heading =
  /^(?:\p{Script=Han}{4,24}(?:局|中心|大队|支队|处|办|所|站|院|厅|委员会|街道办事处|政府|镇|乡))?((?:19|20)\d{2})年度?(?:部门|单位|项目|整体|预算|绩效|基本|收支|一般公共|主要|重点|工作|年度)/u

/** Where the report sums up, and where it says what there is at the end of its year. */
const summing =
  /(?:综上(?:所述)?|总体来看|总的来看|综合来看|总体上)[，,]((?:19|20)\d{2})年度?(?:我局|本部门|本单位|部门|单位|项目|整体|各项|绩效|预算)/g
const published =
  /(?:随同?|连同|与)((?:19|20)\d{2})年度?(?:部门)?决算[^。；，\n]{0,4}(?:一并|同步|一起)[^。；，\n]{0,12}(?:公开|公布|公示)/g
const asked = /((?:19|20)\d{2})年1[0-2]月[^。；\n]{0,24}全年[^。；\n]{0,16}(?:调查|测评)/g
/** 2022年度项目绩效目标为：, 2022年度重点工作完成情况如下：, at the head of a sentence. */
const opening =
  /((?:19|20)\d{2})年度?(?:我局|我队|我中心|本部门|本单位|部门|单位|项目|整体|支出|预算|专项|资金|的)*(?:年度|总体)?(?:绩效目标|绩效指标|(?:主要|重点)(?:工作|任务)|工作(?:任务|目标)|目标任务|目标)(?:及|和)?(?:完成|实现)?(?:情况)?(?:设定)?(?:为|是|如下|包括|有|主要有|主要包括|主要是|具体为|具体如下)[：:，,]/g
const opens = /(?:^|[。；\n]|[、.．）)①-⑳]|[一二三四五六七八九十]是)$/

/** A year left standing from last year's report. */
export const yearOther: Rule = {
  id: 'year.evaluated',
  kind: 'year',
  title: '所评价的年度前后一致',
  source: '报告标题的年度与正文评价的年度应为同一年（B-18）',
  fails: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、概况\n履行职责。\n二、2022年度部门整体支出绩效情况\n全年完成。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、概况\n（一）2022年度重点工作目标。建成管网12公里。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、自评开展情况\n我局成立小组，开展2022年度绩效自评工作。\n二、支出\n2023年支出4300万元。',
    '临江区城市管理局2023年度部门决算\n第一部分 概况\n履行职责。\n第三部分 临江区城市管理局2022年度部门决算情况说明\n收入合计100.00万元。',
    '临江区城市管理局2023年度项目支出绩效自评报告\n一、结论\n综上，2022年度项目绩效目标基本完成。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、公开\n本报告随2022年度部门决算一并公开。',
    '临江区城市管理局2023年度项目支出绩效自评报告\n一、目标\n2022年度项目绩效目标为：改造管网12公里，安装路灯30盏。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、履职\n（一）履职情况。2022年度部门重点工作完成情况如下：建成管网12公里。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、满意度\n2022年12月，我局委托第三方对全年工作开展问卷调查。',
  ],
  holds: [
    '临江区城市管理局2023年度项目支出绩效自评报告\n一、目标\n2022年度项目绩效目标为：改造管网12公里。2023年度项目绩效目标为：改造管网15公里。与2022年度主要工作为：持平。',
    '临江区城市管理局2023年度项目支出绩效自评报告\n一、上年情况\n2022年度项目绩效目标为：改造管网12公里，均已完成。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、自评开展情况\n我局成立小组，开展2023年度绩效自评工作。\n二、上年结果应用\n根据上年（2022年度绩效自评结果）调整预算。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n按照《关于开展2023年度绩效自评工作的通知》，科学设定2024年度绩效目标。',
    '临江区城市管理局2023年度部门决算\n一、国有资产\n截至2023年12月31日，本部门共有车辆12辆，上年截至2022年12月31日，共有车辆11辆。综上，2023年度项目完成。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、项目立项\n截至2022年底，共有老旧管网12公里尚未改造。\n一、公开\n随2023年度部门决算一并公开。',
  ],
  *check(doc) {
    const own = /((?:19|20)\d{2})年/.exec(doc.profile.title ?? '')?.[1]
    if (!own) return
    for (const { text, line } of doc.headings) {
      const year = heading.exec(text)?.[1]
      const place = doc.folded.lines[line]
      if (!year || !place || Number(year) !== Number(own) - 1 || /应用|上年|对比|比较|存在|整改/.test(text)) continue
      yield wrong(
        'question',
        0.72,
        `报告评价${own}年度，标题“${text}”写的是${year}年。请核实是否沿用了往年的文字。`,
        [place],
        {
          claimed: `${year}年`,
          computed: `${own}年`,
        },
      )
    }
    for (const found of [summing, published, asked].flatMap((pattern) => matches(doc, pattern))) {
      if (found.groups[0] !== String(Number(own) - 1) || other.test(before(doc, found, 14))) continue
      yield wrong('question', 0.68, `报告评价${own}年度，这里写的是“${found.words}”。请核实年份。`, [found], {
        claimed: `${found.groups[0]}年`,
        computed: `${own}年`,
      })
    }
    yield* openings(doc, own)
    for (const found of matches(doc, evaluated)) {
      const year = found.groups[0]
      if (year === own) {
        yield { verdict: 'consistent', formula: `正文评价${year}年度，与标题一致`, places: [found] }
        continue
      }
      if (other.test(before(doc, found, 14)) || publishing.test(behind(doc, found, 10))) continue
      if (year === String(Number(own) + 1) && /将|拟|做好|继续|为/.test(before(doc, found, 12))) continue
      const title = doc.folded.lines.find((line) => doc.folded.text.slice(line.start, line.end).includes(`${own}年`))
      yield wrong(
        'question',
        0.7,
        `标题是${own}年度，这里写的是“${found.words}”。请核实是否沿用了往年的文字。`,
        [found, ...(title ? [title] : [])],
        { claimed: `${year}年`, computed: `${own}年` },
      )
    }
  },
}

const past = /上年|上一年|以前|往年|背景|历史|应用|整改|20\d\d/

/** Where both years have such a sentence, or the heading says that it is about the year before, each is meant. */
function* openings(doc: Understanding, own: string): Generator<Outcome> {
  const heads = matches(doc, opening).filter((found) => opens.test(before(doc, found, 2)) || found.start === 0)
  if (heads.some(({ groups }) => groups[0] === own)) return
  for (const found of heads) {
    const above = doc.headings.findLast(({ line }) => (doc.folded.lines[line]?.start ?? 0) <= found.start)?.text ?? ''
    if (found.groups[0] !== String(Number(own) - 1) || past.test(above.replace(/。.*$/s, ''))) continue
    yield wrong('question', 0.76, `报告评价${own}年度，这里写的是“${found.words}”。请核实年份。`, [found], {
      claimed: `${found.groups[0]}年`,
      computed: `${own}年`,
    })
  }
}
