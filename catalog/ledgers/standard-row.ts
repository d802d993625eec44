import type { Sight } from '../../modules/ledger/index.ts'
import type { Limit } from '../../modules/org/index.ts'
import { conditionById, standardByCode } from '../standards/index.ts'

type Codes = { kind?: string; classCode?: string; subclassCode?: string }

/** Two digits each, as GB/T 30428.2 writes them: E0112. */
export const codeOf = ({ kind, classCode, subclassCode }: Codes): { code?: string } =>
  classCode && subclassCode
    ? { code: `${kind === 'component' ? 'P' : 'E'}${classCode.padStart(2, '0')}${subclassCode.padStart(2, '0')}` }
    : {}
export const successorFault = ({ data, found, refs: { successor } }: Sight<{ successor?: string }>) =>
  successor && (data.successor === found?.id || successor.state !== 'in-force')
    ? '替换它的标准应是另一条有效的标准；请重新选择。'
    : undefined

type Filed = { subclass?: string; condition?: string }

/** The limit of the city's standard when one was chosen, else that of the condition. */
export const limitOf = ({ data, refs: { standard } }: Pick<Sight<Filed>, 'data' | 'refs'>) => ({
  limit: (standard?.data.limit as Limit | undefined) ?? conditionById.get(data.condition ?? '')?.limit,
})

const endedAs: Record<string, string> = { replaced: '已被替换', withdrawn: '已废止' }
/** Why a case cannot be filed under the chosen standard on that day. */
export function standardFault({ data, refs: { standard }, day }: Pick<Sight<Filed>, 'data' | 'refs' | 'day'>) {
  if (!standard) return undefined
  const { code = '', subclass, fromOn = '' } = standard.data as { code?: string; subclass: string; fromOn?: string }
  const ended = endedAs[standard.state]
  if (ended) return `所选的适用标准${ended}；请改选有效的标准，或不选。`
  if (fromOn > day) return `所选的适用标准自${fromOn}起施行，${day}还不能用；请改选有效的标准，或不选。`
  const known = standardByCode.get(code)
  const filed = standardByCode.get(data.subclass ?? '')
  // Without codes the names have to agree; a bureau's own subclasses are named as it likes.
  const isOther = known ? !known.local && code !== data.subclass : filed && !filed.local && filed.name !== subclass
  return isOther ? `所选的适用标准是“${subclass}”的，与案件的小类不同；请改选标准或更正小类。` : undefined
}
