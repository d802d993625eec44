import { type Limit, parseLimit } from '../../modules/org/index.ts'

export type StandardKind = 'component' | 'event'
export type ClassGroup = { kind: StandardKind; code: string; name: string }

/** Who usually handles it: the dispatcher is offered the unit that has this trade in the grid, and decides. */
export const trades = {
  cleaning: '环卫保洁',
  garden: '园林绿化',
  road: '市政道路',
  drainage: '排水',
  lamp: '照明',
  water: '供水',
  gas: '燃气热力',
  wires: '电力通信',
  traffic: '交通设施',
  river: '水域',
  advert: '户外广告',
  'street-order': '街面秩序',
  building: '违法建设',
  works: '施工渣土',
} as const
export type Trade = keyof typeof trades

/** One condition to file under: what must be so to file, what must be so to close, and how long it may take. */
export type Condition = { id: string; filing: string; closing: string; limit: Limit; checkOnSite: boolean }

/** A subclass of GB/T 30428.2. `local`: an extension of the bureau's own, numbered down from 99. */
export type Standard = {
  kind: StandardKind
  classCode: string
  className: string
  code: string
  name: string
  conditions: Condition[]
  suggests: Trade
  local: boolean
}

/** Filing, closing, limit; `leave` where a check on the spot would find nothing any more. */
export type ConditionRow = readonly [filing: string, closing: string, limit: string, check?: 'leave']
export type StandardRow = readonly [number: string, name: string, suggests: Trade, conditions: readonly ConditionRow[]]

/** The subclasses of one class. A limit that cannot be read fails here, at the start, not in a case. */
export function subclasses({ kind, code: classCode, name }: ClassGroup, rows: readonly StandardRow[]): Standard[] {
  return rows.map(([number, label, suggests, conditions]) => {
    const code = `${kind === 'component' ? 'P' : 'E'}${classCode}${number}`
    return {
      kind,
      classCode,
      className: name,
      code,
      name: label,
      suggests,
      local: Number(number) > 70,
      conditions: conditions.map(([filing, closing, limit, check], i) => ({
        id: `${code}-${i + 1}`,
        filing,
        closing,
        limit: readLimit(limit, code),
        checkOnSite: check !== 'leave',
      })),
    }
  })
}

function readLimit(text: string, code: string): Limit {
  const limit = parseLimit(text)
  if (!limit) throw new Error(`${code}: no limit in “${text}”`)
  return limit
}
