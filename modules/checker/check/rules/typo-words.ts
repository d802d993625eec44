import type { Rule } from '../rule.ts'
import { guardedTypos, type Typo, typos } from '../vocabulary/typos.ts'
import { type Match, matches, wrong } from '../words.ts'

const pattern = new RegExp(typos.map(({ wrong }) => wrong).join('|'), 'g')
const known = new Map<string, Typo>(typos.map((typo) => [typo.wrong, typo]))

/** A reviewed list of wrong words. */
export const typoWords: Rule = {
  id: 'typo.words',
  kind: 'typo',
  title: '不应有错别字',
  source: '《现代汉语词典》（第7版）；《通用规范汉字表》（2013）',
  fails: [
    '制做并发布流程图，张贴工示牌30个。',
    '铲除牛皮鲜20余处。',
    '长效机制需进步完善。',
    '绿化养护管里标准不统一。',
    '规范话管理，末完成的目标己列入下年。',
  ],
  holds: [
    '制作公示牌，清除牛皮癣，进一步完善机制，推动社会进步，年末完成验收，自己完成，有关健康码，做为民服务的好干部，电话费。',
  ],
  *check(doc) {
    const found = new Map<string, { right: string; soft?: boolean; places: Match[] }>()
    const add = (written: string, right: string, place: Match, soft?: boolean) => {
      const row = found.get(written) ?? { right, places: [], ...(soft ? { soft } : {}) }
      row.places.push(place)
      found.set(written, row)
    }
    for (const match of matches(doc, pattern)) {
      const typo = known.get(match.words)
      if (typo) add(typo.wrong, typo.right, match, typo.soft)
    }
    for (const [guarded, right] of guardedTypos)
      for (const match of matches(doc, guarded)) add(match.words, right, match)
    for (const [written, { right, soft, places }] of found) {
      const shown = places.map(({ start, end }) => (written.length < 2 ? { start, end: end + 2 } : { start, end }))
      yield wrong(
        soft ? 'format' : 'error',
        soft ? 0.7 : 0.92,
        `错别字：“${inContext(doc.folded.text, places[0] as Match)}”中的“${written}”应为“${right}”。`,
        shown,
        { claimed: written, computed: right },
      )
    }
  },
}

/** With the words beside it, as far as the next stop. */
const inContext = (text: string, { start, end }: Match) =>
  text.slice(Math.max(0, start - 3), start).replace(/^.*[\n，。；、：“”（）]/s, '') +
  text.slice(start, end + 3).replace(/[\n，。；、：“”（）].*$/s, '')
