import { NearTerms } from '../fuzzy.ts'
import type { Rule } from '../rule.ts'
import { alsoRight, names, terms } from '../vocabulary/terms.ts'
import { wrong } from '../words.ts'

const near = new NearTerms([...terms, ...names], alsoRight)
const official = new Set(names)

const how = { lost: '漏了字', doubled: '多了字', swapped: '字序颠倒', other: '用字有误' }

/** A term of the field with one character lost, doubled, swapped or mistyped. */
export const typoTerms: Rule = {
  id: 'typo.terms',
  kind: 'typo',
  title: '专业用语中的错字、漏字',
  source: '《预算法》及其实施条例、财预〔2020〕10号等文件中的用语',
  fails: [
    '一般公预算支出967.08万元。',
    '政府性基基金预算支出0万元。',
    '服务对象满意渡达到95%。',
    '部门整休支出绩效良好。',
    '预算行执率为95%。',
    '张贴攻示牌30块，开展集中整冶行动。',
    '垃圾分类覆盖律达到95%，垃圾粪类知晓率提高。',
    '完善常效机制，加强日常寻查。',
    '零陵区城市管理和合执法局2022年度报告',
  ],
  holds: [
    '2022年绩效目标已经完成，基本支出合计2909.79万元，一般公共预算支出967.08万元，政府性基金支出为0。',
    '项目实施位于城区，公务车购置费为0，城市管理理念先进，预算执行情况良好。',
    '天然气管道检查，报废机动车回收，人才市场，社会文明程度提高，完成绿化任务，记录以及资料齐全，基层组织建设。',
    '2023年预算数为年初预算数，2023年决算数，本年结转和结余。指导镇综合行政执法队的业务工作，城市管理综合执法队参照公务员法管理。',
  ],
  *check(doc) {
    for (const { start, end, written, right, how: slip } of near.in(doc.folded.text))
      yield wrong('error', 0.9, `“${written}”疑${how[slip]}，应为“${right}”。`, [{ start, end }], {
        claimed: written,
        computed: right,
        kind: official.has(right) ? 'name' : 'typo',
      })
  },
}
