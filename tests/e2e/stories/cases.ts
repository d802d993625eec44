import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../look.ts'
import type { Visit } from '../visit.ts'

const rows = (page: Page) => page.getByRole('table', { name: '案件' }).locator('tbody tr')
const total = (page: Page) => page.locator('.list-foot strong')
const shows = (page: Page, count: string) =>
  total(page)
    .filter({ hasText: new RegExp(`^${count}$`) })
    .waitFor()

/** How many cases of the year stand in a state, as the filter of the list says it. */
async function countIn(page: Page, state: string): Promise<number> {
  await page.getByRole('combobox', { name: '状态' }).fill(state)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: new RegExp(state) }).waitFor()
  await rows(page).first().waitFor()
  return Number((await total(page).innerText()).replace(',', ''))
}

export function caseStories(visit: Visit): void {
  test('the list of 2022 has 7,012 cases and brings more of them as one reads on', () =>
    visit({ as: '受理员' }, async (page) => {
      await page.goto('/ledgers/case?year=2022')
      await shows(page, '7,012')
      expect(await rows(page).count()).toBe(50)
      await page.getByRole('button', { name: '再看 50 条' }).click()
      await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(100)
      const numbers = await rows(page).locator('td:nth-child(2)').allInnerTexts()
      expect(new Set(numbers).size).toBe(numbers.length)
    }))

  test('two characters find cases in the list and anything from the bar above', () =>
    visit({ as: '受理员' }, async (page) => {
      await page.goto('/ledgers/case?year=2022')
      await shows(page, '7,012')
      await page.getByRole('searchbox', { name: '在本台账中查找' }).fill('井盖')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /井盖/ }).waitFor()
      await rows(page).first().waitFor()
      const found = Number((await total(page).innerText()).replace(',', ''))
      expect(found).toBeGreaterThan(0)
      expect(found).toBeLessThan(7012)
      await look(page, 'list-found')
      await page.getByRole('combobox', { name: '查找编号或任意两个字' }).fill('路灯')
      await page.getByRole('listbox').getByRole('option').first().click()
      await page.locator('.record-number').waitFor()
      expect(await page.locator('.record').innerText()).toMatch(/路灯/)
    }))

  test('a state narrows the list, and states add up to the whole', () =>
    visit({ as: '受理员' }, async (page) => {
      await page.goto('/ledgers/case?year=2022')
      await shows(page, '7,012')
      expect(await countIn(page, '已结案')).toBe(6962)
      expect(await rows(page).first().innerText()).toContain('已结案')
      await page.goto('/ledgers/case?year=2022')
      await shows(page, '7,012')
      expect(await countIn(page, '已作废')).toBe(15)
    }))

  test.each([false, true])('the map of the cases comes to rest and says that it is a sketch (phone: %s)', (phone) =>
    visit({ as: '受理员', phone }, async (page) => {
      await page.goto('/ledgers/case/map?year=2022')
      await page.locator('[data-map="idle"]').waitFor()
      await page.locator('.map-legend').getByText('件').first().waitFor()
      expect(await page.locator('.map-view').innerText()).toContain('示意')
      await look(page, 'map')
    }),
  )

  test.each([false, true])('a case shows who has it, how long is left, and what was seen (phone: %s)', (phone) =>
    visit({ as: '受理员', phone }, async (page) => {
      await page.goto('/ledgers/case?year=2022&state=handling,to-handle')
      await (phone ? page.locator('.row-card') : rows(page)).first().click()
      await page.locator('.record-head').waitFor()
      expect(await page.locator('.record-head').innerText()).toMatch(/在办：.+处置时限\s*(剩|超时) \d+/s)
      await look(page, 'case-open')
    }),
  )

  test.each([false, true])(
    'a closed case tells its way in sentences, with photos before and after (phone: %s)',
    (phone) =>
      visit({ as: '受理员', phone }, async (page) => {
        await page.goto('/ledgers/case?year=2022&state=closed')
        await (phone ? page.locator('.row-card') : rows(page)).first().click()
        if (!phone) await page.getByRole('button', { name: '整页看' }).click()
        await page.locator('.photo-compare figure').nth(1).waitFor()
        await look(page, 'case-closed')
        expect(await page.locator('.photo-compare figcaption strong').allInnerTexts()).toEqual([
          '问题照片',
          '处置后照片',
        ])
        const wide = (image: SVGElement | HTMLElement) => (image as HTMLImageElement).naturalWidth
        for (const image of await page.locator('.photo-compare img').all())
          expect(await image.evaluate(wide)).toBeGreaterThan(0)
        await page.locator('.record-map [data-map="idle"]').waitFor()
        if (phone) await page.getByRole('tab', { name: /经过/ }).click()
        const sentences = await page.locator('.history-words').allInnerTexts()
        expect(sentences[0]).toMatch(/^\S+ 受理，案件转为“待立案”。$/)
        expect(sentences.at(-1)).toMatch(/^\S+ 结案，案件转为“已结案”。$/)
        await look(page, 'case-history')
      }),
  )
}
