import type { ReportDocument } from '../../modules/reporting/index.ts'
import { anhuiAny } from './anhui-any.ts'
import { caseworkBulletin } from './casework-bulletin.ts'
import { donghu2021 } from './donghu-2021.ts'
import { duji2024 } from './duji-2024.ts'
import { hebeiAny } from './hebei-whole.ts'
import { hubeiAny } from './hubei-any.ts'
import { hunanAny } from './hunan-any.ts'
import { jiangxiAny } from './jiangxi-whole.ts'
import { lingling2022 } from './lingling-2022.ts'
import { suizhou2022 } from './suizhou-2022.ts'
import { supervisionBulletin } from './supervision-bulletin.ts'

/** Every document that can be written and published, in the order of the menu. */
export const documents: readonly ReportDocument[] = [
  lingling2022,
  duji2024,
  suizhou2022,
  donghu2021,
  hunanAny,
  jiangxiAny,
  hubeiAny,
  hebeiAny,
  anhuiAny,
  caseworkBulletin,
  supervisionBulletin,
]
