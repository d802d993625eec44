import { addDays, type Sight } from '../../modules/ledger/index.ts'
import { notAhead, once } from '../ledgers/guards.ts'

/** What 行政许可法 (2019) refuses, each with its article. */

export const matters = '户外广告设置 临时占用道路 挖掘道路 建筑垃圾处置核准 燃气经营 排水许可 临时占用绿地 移植树木'

/** 行政许可法 32: what is missing is told once. */
export const askedOnce = once('ask', '需要补正的内容应一次告知；可以：受理。')
/** 行政许可法 42: lengthened once, by ten days. */
export const extendedOnce = once('extend', '只能延长一次；请在期限内作出决定。')
export const inOrder = ({ data }: Sight<{ startsOn?: string; endsOn?: string }>) =>
  data.startsOn! > data.endsOn! ? '许可截止日早于起始日；请核对日期。' : undefined

/** 行政许可法 50: who holds a permit asks for its renewal thirty days before it ends; afterwards it is a new application. */
export function renewable({
  data,
  day,
  refs: { earlier },
}: Sight<{ kind?: string; applicant?: string; earlier?: string }>) {
  if (!earlier) return undefined
  const { kind, applicant, endsOn = '' } = earlier.data as { kind?: string; applicant?: string; endsOn?: string }
  if (earlier.state !== 'delivered') return '只能延续已送达、仍然有效的许可；不是延续的，请不选“延续的许可”。'
  if (kind !== data.kind) return '延续的许可是另一个许可事项；请重新选择。'
  if (applicant !== data.applicant)
    return `延续由被许可人申请，原许可的申请人是“${applicant}”（行政许可法第五十条）；请核对申请人，或重新选择。`
  return addDays(day, 30) > endsOn
    ? `原许可${endsOn}届满，延续应在届满三十日前申请（行政许可法第五十条）；请不选“延续的许可”，按新申请办理。`
    : undefined
}

const shownSince = notAhead('公开日期', 'publishedOn', 'grant')
type Delivered = { publishedOn?: string; earlier?: string }
export const delivers = (sight: Sight<Delivered>) =>
  sight.data.earlier ? '这是延续的许可，原许可同时由它接替；可以：送达延续的证件。' : shownSince(sight)
const gone: Record<string, string> = { revoked: '已经撤销', superseded: '已由另一件延续的许可接替' }
/** A renewal takes the place of what it renews, so that no permit is in force twice. What is no longer in force cannot be
 *  renewed (行政许可法 50): such a renewal is annulled (69), never delivered. */
export function replaces(sight: Sight<Delivered>): string | undefined {
  if (!sight.data.earlier) return '这不是延续的许可；可以：送达许可证件。'
  const now = gone[sight.refs.earlier?.state ?? '']
  if (!now) return shownSince(sight)
  return `原许可${now}，延续没有了依据，证件不能送达；可以：撤销未送达的许可。原许可不必再办。`
}
