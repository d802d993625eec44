import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../look.ts'
import { duji, type Visit } from '../visit.ts'

/** The letters of projects and of the numbers of records. */
const codes = ['DJ', 'ZP', 'YJ', 'ZG', 'YY']

/** 整改台账 as the Word file that is handed in. */
async function takeRoll(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导出导入' }).click()
  const href = await page.getByRole('link', { name: '整改台账（Word）' }).getAttribute('href')
  const reply = await page.request.get(href!)
  expect(reply.headers()['content-disposition']).toContain(encodeURIComponent('整改台账'))
  expect((await reply.body()).subarray(0, 2).toString()).toBe('PK')
}

export function performanceStories(visit: Visit): void {
  test.each([false, true])(
    'on the last day of 2024 three projects are below the line, each with its warning (phone: %s)',
    (phone) =>
      visit({ as: '绩效人员', bureau: duji, phone }, async (page) => {
        await page.goto('/evaluation/monitoring?year=2024')
        await page.locator('.monitored').first().waitFor()
        expect(await page.locator('.monitored').count()).toBe(7)
        expect(await page.getByText('已发出预警').count()).toBe(3)
        await look(page, 'monitoring', codes)
        await page
          .getByRole('button', { name: /^指标 \d+ 个/ })
          .first()
          .click()
        await page.locator('.monitored-indicators').waitFor()
        await page.locator('.monitored').first().scrollIntoViewIfNeeded()
        await look(page, 'monitoring-indicators', codes)
      }),
  )

  test('in the middle of the year a project that lags is warned of with a form already filled in', () =>
    visit({ as: '绩效人员', bureau: duji }, async (page) => {
      await page.goto('/evaluation/monitoring?year=2024&until=2024-08-31')
      await page.locator('.monitored').first().waitFor()
      await look(page, 'monitoring-august', codes)
      await page.getByRole('link', { name: '发出预警', exact: true }).first().click()
      await page.getByRole('heading', { name: '登记绩效预警' }).waitFor()
      expect(await page.getByLabel('年度').inputValue()).toBe('2024')
      const project = page.locator('.form-field', { has: page.locator('#field-project') })
      await project
        .getByText(/^[\p{Script=Han}]{4,}$/u)
        .first()
        .waitFor()
      expect(await project.innerText()).not.toMatch(/DJ0\d/)
      expect(await page.getByLabel('预警说明').inputValue()).toContain('执行率')
      await look(page, 'warning-form', codes)
    }))

  test.each([false, true])('each ledger of the performance year has something to show (phone: %s)', (phone) =>
    visit({ as: '绩效人员', bureau: duji, phone }, async (page) => {
      for (const [name, title] of [
        ['self-evaluation', '自评组织'],
        ['performance-warning', '绩效预警'],
        ['rectification', '整改台账'],
        ['result-use', '结果应用'],
      ]) {
        await page.goto('/evaluation?year=2024')
        await page.getByRole('navigation', { name: '绩效' }).getByRole('link', { name: title! }).click()
        await page.getByRole('heading', { name: title!, exact: true }).first().waitFor()
        await page
          .getByText(/^[A-Z]{2}2024\d+$/)
          .first()
          .waitFor()
        await look(page, `list-${name}`, codes)
        if (name === 'rectification') await takeRoll(page)
      }
    }),
  )

  test('the self-evaluation of the whole tells its phases, what finance asked, and that it is approved', () =>
    visit({ as: '局领导', bureau: duji }, async (page) => {
      await page.goto('/ledgers/self-evaluation?year=2024')
      await page.getByText('ZP2024001').first().click()
      await page.locator('.record-number').waitFor()
      await page.getByText('已审定').first().waitFor()
      await look(page, 'self-evaluation', codes)
    }))
}
