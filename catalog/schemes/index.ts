import type { Scheme } from '../../modules/evaluation/index.ts'
import { ah002 } from './ah-002.ts'
import { bj2016 } from './bj-2016.ts'
import { cq } from './cq.ts'
import { hb2080 } from './hb-20-80.ts'
import { nat2020 } from './nat-2020.ts'
import { nat2021 } from './nat-2021.ts'
import { sc1090 } from './sc-10-90.ts'

/** A bureau's scheme is the one of the narrowest region that contains it, from its year on. */
export const schemes: readonly Scheme[] = [nat2020, nat2021, hb2080, sc1090, cq, bj2016, ah002]
