import type { Rule } from '../rule.ts'
import { matches, named, wrong } from '../words.ts'

/** 增长-5%, 减少-3万元: a direction and a sign. */
const signed =
  /(?:增长|增加|上升|提高|提升|下降|减少|降低|压减)(?:了|幅度?为|率为)?[-－﹣−](?=\d)\d+(?:\.\d+)?(?:%|万元|元|个百分点)/g

export const formatSign: Rule = {
  id: 'format.sign',
  kind: 'format',
  title: '写了增减方向的数不再带负号',
  source: 'GB/T 15835—2011《出版物上数字用法》',
  fails: ['“三公”经费较上年增长-5.2%。', '会议费比上年减少-3.4万元。'],
  holds: ['“三公”经费较上年下降5.2%，增长5%-8%，增减率为-3%。', '减少1-2元。'],
  *check(doc) {
    const found = matches(doc, signed)
    if (!found[0]) return
    yield wrong(
      'format',
      0.8,
      `${named(found.map(({ words }) => words))}：已写明增减方向，数字不应再带负号；请核实是增还是减。`,
      found,
      { claimed: found[0].words },
    )
  },
}
