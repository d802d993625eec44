import { mkdirSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe } from 'vitest'
import { type City, openCity } from './city.ts'
import { pictures } from './look.ts'
import { caseStories } from './stories/cases.ts'
import { checkStories } from './stories/checks.ts'
import { enforcementStories } from './stories/enforcement.ts'
import { entranceStories } from './stories/entrance.ts'
import { figureStories } from './stories/figures.ts'
import { ledgerStories } from './stories/ledgers.ts'
import { menuStories } from './stories/menu.ts'
import { performanceStories } from './stories/performance.ts'
import { publicStories } from './stories/public.ts'
import { publishingStories } from './stories/publishing.ts'
import { receivingStories } from './stories/receiving.ts'
import { surveyStories } from './stories/surveys.ts'
import { visitsTo } from './visit.ts'

// One file, so that the demonstration is loaded once. Stories that change the city come last.
let city: City
beforeAll(async () => {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  city = await openCity()
}, 300_000)
afterAll(() => city?.close())

const visit = visitsTo(() => city)
describe('at the door', () => entranceStories(visit))
describe('in the menu', () => menuStories(visit))
describe('among the cases', () => caseStories(visit))
describe('in the ledgers', () => ledgerStories(visit))
describe('on the street', () => enforcementStories(visit))
describe('at the figures', () => figureStories(visit))
describe('through the performance year', () => performanceStories(visit))
describe('on the public pages', () => publicStories(visit))
describe('in the checker', () => checkStories(visit))
describe('before the public reads it', () => publishingStories(visit))
describe('at the receiving desk', () => receivingStories(visit))
describe('in a survey', () => surveyStories(visit))
