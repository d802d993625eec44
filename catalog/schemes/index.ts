import type { Scheme } from '../../modules/evaluation/index.ts'
import { anhui2024 } from './anhui-2024.ts'
import { nat2020 } from './nat-2020.ts'

/** A bureau's scheme is the one of the narrowest region that contains it, from its year on. */
export const schemes: readonly Scheme[] = [nat2020, anhui2024]
