import type { Scheme } from '../../modules/evaluation/index.ts'
import { anhui2024 } from './anhui-2024.ts'
import { hubei2022 } from './hubei-2022.ts'
import { nat2020 } from './nat-2020.ts'

/** A bureau's scheme is the one of the narrowest region that contains it, from its year on. */
export const schemes: readonly Scheme[] = [nat2020, hubei2022, anhui2024]
