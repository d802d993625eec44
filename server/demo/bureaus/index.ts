import type { BureauPlan } from '../../../modules/org/index.ts'
import type { Responsibility } from '../cases/life.ts'
import type { CaseFigures } from '../cases/plan.ts'
import { type BureauFigures, demoFigures, type Office } from '../figures.ts'
import type { Ground } from '../ground.ts'
import type { NoticeFigures } from '../notices.ts'
import type { PerformanceYear } from '../performance-year.ts'
import type { PlacePlanning } from '../points.ts'
import { dujiPerformanceYear } from '../reported/duji.ts'
import { suizhouPerformanceYear } from '../reported/suizhou-year.ts'
import { donghuBureau, donghuCommunities, donghuUnitsOf } from './donghu.ts'
import { dujiBureau, dujiSquads } from './duji.ts'
import { linglingBureau, linglingFindings, linglingResponsible, linglingSquads } from './lingling.ts'
import { suizhouBureau, suizhouFindings } from './suizhou.ts'

/** Which units do the work of an office and bear its money; several take turns. */
export type Offices = Readonly<Record<Office, readonly string[]>>

/** A bureau of the demonstration: who it is, and what it reported of its year. */
export interface DemoBureau {
  tenant: string
  /** The file of its ground in `catalog/places/`. */
  place: string
  plan(ground: Ground): BureauPlan
  figures: BureauFigures
  offices: Offices
  cases?: { figures: CaseFigures; responsible: Responsibility }
  notices?: NoticeFigures
  performance?: PerformanceYear
  /** Points and shops, and which units look after a grid. */
  places?: { shops: number; unitsOf: PlacePlanning['unitsOf'] }
}

const figuresOf = (tenant: string): BureauFigures => demoFigures.find((one) => one.tenant === tenant)!

export const lingling: DemoBureau = {
  tenant: '431102',
  place: 'lingling',
  plan: linglingBureau,
  figures: figuresOf('431102'),
  offices: {
    bureau: ['u-bureau'],
    lighting: ['u-lamps'],
    municipal: ['u-municipal'],
    enforcement: linglingSquads,
    sanitation: ['u-sanitation'],
    gas: ['u-gas'],
  },
  // 二〇二二年度部门整体支出绩效自评报告, section 六（五）.
  cases: {
    figures: { year: 2022, received: 7012, filed: 6997, void: 15, closed: 6962 },
    responsible: linglingResponsible,
  },
  notices: { count: 24, findings: linglingFindings },
}

export const duji: DemoBureau = {
  tenant: '340602',
  place: 'duji',
  plan: dujiBureau,
  figures: figuresOf('340602'),
  performance: dujiPerformanceYear,
  offices: {
    bureau: ['u-office'],
    lighting: ['u-bureau'],
    municipal: ['u-bureau'],
    enforcement: dujiSquads,
    sanitation: ['u-sanitation'],
    gas: ['u-bureau'],
  },
}

export const suizhou: DemoBureau = {
  tenant: '421300',
  place: 'suizhou',
  plan: suizhouBureau,
  figures: figuresOf('421300'),
  performance: suizhouPerformanceYear,
  offices: {
    bureau: ['u-bureau'],
    lighting: ['u-bureau'],
    municipal: ['u-bureau'],
    enforcement: ['u-inspection'],
    sanitation: ['u-square'],
    gas: ['u-bureau'],
  },
  notices: { count: 20, findings: suizhouFindings },
}

export const donghu: DemoBureau = {
  tenant: '360102',
  place: 'donghu',
  plan: donghuBureau,
  figures: figuresOf('360102'),
  offices: {
    bureau: ['u-bureau'],
    lighting: ['u-bureau'],
    municipal: ['u-bureau'],
    enforcement: donghuCommunities,
    sanitation: donghuCommunities,
    gas: ['u-bureau'],
  },
  places: { shops: 6842, unitsOf: donghuUnitsOf },
}

export const demoBureaus: readonly DemoBureau[] = [lingling, duji, suizhou, donghu]
