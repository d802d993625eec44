import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { read } from '../look.ts'
import { duji, lingling, type Visit } from '../visit.ts'

const citizen = { javaScript: false }
const heads = ['序号', '编号', '类别', '道路或街道', '受理', '办结', '承办单位', '时限', '计入日期']
const rows = (page: Page) => page.locator('main tbody tr')

/** From the first page of the public to a bureau's only report. */
async function openReport(page: Page, bureau: string): Promise<void> {
  await page.goto('/public')
  await page.getByRole('link', { name: bureau }).click()
  await page
    .locator('main')
    .getByRole('link', { name: /自评报告/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /自评报告/ }).waitFor()
}

export function publicStories(visit: Visit): void {
  test.each([false, true])(
    'a citizen without scripts reads the report of 零陵区 down to the 6962 closed cases (phone: %s)',
    (phone) =>
      visit({ ...citizen, phone }, async (page) => {
        await openReport(page, lingling)
        await read(page, 'public-report')
        await page.getByRole('link', { name: '6962' }).first().click()
        expect(await page.locator('.value').innerText()).toMatch(/^6962/)
        expect(await page.locator('caption').innerText()).toMatch(/共 6962 条，第 1 页，共 70 页/)
        expect(await page.locator('thead th').allInnerTexts()).toEqual(heads)
        expect(await rows(page).count()).toBe(100)
        const pages = page.getByRole('navigation', { name: '翻页' }).getByRole('link')
        expect(await pages.count()).toBe(70)
        await pages.last().click()
        await page.getByText('第 70 页').waitFor()
        expect(await rows(page).count()).toBe(62)
        expect(await rows(page).last().locator('td').first().innerText()).toBe('6962')
      }),
  )
}
