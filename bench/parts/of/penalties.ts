import type { Life } from '../../../modules/ledger/index.ts'
import { planPenalties } from '../../../server/demo/penalties.ts'
import type { Share, Subject } from '../subject.ts'
import { photo, type Town } from '../town.ts'

const fine = 700_00
const worth = 10_000_00
const facts = '未取得规划许可搭建钢架棚'

function livesOf({ world, roster, places, squads }: Town, { fromDay, count }: Share, ordinary: number): Life[] {
  const figures = { ordinary, collected: ordinary * 1000_00, simple: count - ordinary }
  const addresses = { anywhere: (drawn: { pick<T>(list: readonly T[]): T }) => drawn.pick(places) }
  const pictures = { before: { building: [photo] } }
  const lives = planPenalties(Number(fromDay.slice(0, 4)), figures, { world, roster, addresses, pictures, squads })
  // A few have not come to their end.
  return lives.map(({ steps }, i) => ({ steps: i % 97 === 0 ? steps.slice(0, 1 + (i % steps.length)) : steps }))
}

/** Of a hundred penalties about 95 are warnings on the spot (one entry), four are small fines paid later (three), and one goes
 *  the ordinary way to its end. What is fined on the spot is allowed since 2021. */
export const penalties: Subject = {
  name: 'penalty',
  ledger: 'penalty',
  usual: 1_000_000,
  from: '2022-01-01',
  to: '2025-12-31',
  lives: (town, share) => livesOf(town, share, Math.ceil(share.count / 100)),
  asked: {
    years: [2025, 2024, 2023, 2022],
    classes: ['appearance-34', 'road-42', 'planning-64'],
    units: ['u-xujiajing', 'u-nanjindu', 'u-qilidian', 'u-chaoyang'],
    states: ['warned', 'closed', 'paying'],
    common: ['市容', '随地', '交叉', '小区'],
    rare: ['规划', '占用', '柳子', '卿某'],
    words: ['公交站', '农贸市场', '擅自占用', '垃圾投放点'],
    count: 'penalty.filed',
    share: 'penalty.decided-in-time',
  },
  walk(town, drawn, taken, on) {
    const [lead, second] = drawn.sample(town.roster.of('officer', 'u-nanjindu'), 2)
    const { point, address } = drawn.pick(town.places)
    const act = { clause: 'planning-64', partyKind: 'person', party: '王某', place: address, position: point, facts }
    const officers = { unit: 'u-nanjindu', lead, second, licences: '湘M0001、湘M0002' }
    const terms = {
      kind: 'k2',
      fine,
      worth,
      basis: '尚可采取改正措施消除对规划实施的影响',
      evidence: [{ hash: taken }],
    }
    return {
      steps: [
        ['officer', 'file', { ...act, ...officers, happenedOn: on }],
        ['officer', 'notify', terms],
        ['officer', 'defend', { defence: '当事人表示无异议，愿意自行改正', waived: true }],
        ['officer', 'submit'],
        ['legal', 'pass', { opinion: '主体适格，事实清楚，证据确凿，程序合法，裁量适当' }],
        ['director', 'decide'],
        ['officer', 'serve', { servedHow: 's1' }],
        ['legal', 'publish', { publishedOn: on }],
        ['finance', 'pay', { paid: fine, paidOn: on }],
        ['officer', 'settle'],
      ],
      word: drawn.pick(['市容', '随地', '规划', '占用', '柳子', '小区', '王某', '药店']),
    }
  },
}

/** All of them by the ordinary procedure, each walked through nine or more moves: as long as a case is. */
export const ordinaryPenalties: Subject = {
  ...penalties,
  name: 'penalty-ordinary',
  usual: 100_000,
  lives: (town, share) => livesOf(town, share, share.count),
}
