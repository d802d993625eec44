import type { Rule } from '../rule.ts'
import { approxWords } from './approx-words.ts'
import { averageHead } from './average-head.ts'
import { averagePeriod } from './average-period.ts'
import { balance } from './balance.ts'
import { classSum } from './class-sum.ts'
import { conflict } from './conflict.ts'
import { countList } from './count-list.ts'
import { countMarkers } from './count-markers.ts'
import { countOfBodies } from './count-of-bodies.ts'
import { countOfProjects } from './count-of-projects.ts'
import { countOfRates } from './count-of-rates.ts'
import { difference } from './difference.ts'
import { growth } from './growth.ts'
import { knownSum } from './known-sum.ts'
import { partBound } from './part-bound.ts'
import { partSum } from './part-sum.ts'
import { rate } from './rate.ts'
import { share } from './share.ts'
import { sumAfter } from './sum-after.ts'
import { tableRate } from './table-rate.ts'
import { tableRowSum } from './table-row-sum.ts'
import { tableSum } from './table-sum.ts'
import { textTable } from './text-table.ts'
import { thousands } from './thousands.ts'
import { unitSlip } from './unit-slip.ts'

/** Every rule, in no order that matters. To add one: a file beside this, and its name here. */
export const rules: readonly Rule[] = [
  approxWords,
  averageHead,
  averagePeriod,
  balance,
  classSum,
  conflict,
  countList,
  countMarkers,
  countOfBodies,
  countOfProjects,
  countOfRates,
  difference,
  growth,
  knownSum,
  partBound,
  partSum,
  rate,
  share,
  sumAfter,
  tableRate,
  tableRowSum,
  tableSum,
  textTable,
  thousands,
  unitSlip,
]
