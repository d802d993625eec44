import type { Scheme } from '../../modules/evaluation/index.ts'
import { anhui2024 } from './anhui-2024.ts'
import { nat2020 } from './nat-2020.ts'

export const schemes: readonly Scheme[] = [nat2020, anhui2024]

/** The scheme of a bureau's province and year; where none is known, the national one. */
export const schemeFor = (tenant: string, year: number): Scheme =>
  tenant.startsWith('34') && year >= 2024 ? anhui2024 : nat2020
