import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../look.ts'
import { duji, type Visit } from '../visit.ts'

const title = '零陵区城市管理和综合执法局2022年度部门整体支出绩效自评报告'
const big = (page: Page) => page.locator('.figure-big')

async function openReport(page: Page): Promise<void> {
  await page.goto('/reports?year=2022')
  await page.locator('#content').getByRole('link', { name: title }).first().click()
  await page.locator('.paper').waitFor()
}

/** What is offered for download; each of the forms named is there to be had. */
async function unfoldFiles(page: Page, name: string, labels: readonly string[]): Promise<void> {
  const button = page.getByRole('button', { name: '下载表格和佐证' })
  await button.click()
  await look(page, name, ['Excel', 'Word'])
  for (const label of labels) {
    const href = await page.getByRole('link', { name: label, exact: true }).getAttribute('href')
    const reply = await page.request.get(href!)
    const file = label.startsWith('佐证材料') ? '佐证材料' : '自评表'
    expect(reply.headers()['content-disposition'], label).toContain(encodeURIComponent(file))
    expect((await reply.body()).subarray(0, 2).toString(), label).toBe('PK')
  }
  await button.click()
}

/** 佐证材料 of the project on the screen, as a page of its own. */
async function openAnnex(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下载表格和佐证' }).click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: '佐证材料（查看）' }).click()
  const annex = await opened
  await annex.getByRole('heading', { level: 1, name: /佐证材料/ }).waitFor()
  expect(await annex.locator('table').count()).toBeGreaterThan(0)
  await annex.close()
}

export function figureStories(visit: Visit): void {
  test.each([false, true])('the closing rate is 99.50 of 6,962 ÷ 6,997, now and as of the seal (phone: %s)', (phone) =>
    visit({ as: '绩效人员', phone }, async (page) => {
      await page.goto('/figures?year=2022')
      await page.getByRole('link', { name: /^结案率99\.50%/ }).click()
      await big(page).waitFor()
      const facts = () => page.locator('.figure-head').innerText()
      const now = await facts()
      expect(now).toMatch(/99\.50\s*%/)
      expect(now).toContain('6,962 ÷ 6,997')
      await look(page, 'figure')
      await page.getByLabel('截至').selectOption({ index: 1 })
      await page.getByText(/第 1 次封账，数了/).waitFor()
      expect(await big(page).innerText()).toMatch(/99\.50\s*%/)
      expect(await facts()).toContain('6,962 ÷ 6,997')
    }),
  )

  test('the records behind the figure are listed, above and below the line, and each opens', () =>
    visit({ as: '受理员' }, async (page) => {
      await page.goto('/figures/case.closing-rate?year=2022')
      await page.getByRole('radio', { name: /分子\s*6,962/ }).waitFor()
      await page.getByRole('radio', { name: /分母\s*6,997/ }).click()
      const records = page.getByRole('table', { name: '数到的记录' }).locator('tbody tr')
      await expect.poll(() => records.count()).toBe(50)
      const number = (await records.first().locator('td').first().innerText()).trim()
      await records.first().click()
      await page.locator('.record-number').filter({ hasText: number }).waitFor()
    }))

  test('a part of the picture narrows the figure to a month', () =>
    visit({ as: '受理员' }, async (page) => {
      await page.goto('/figures/case.closing-rate?year=2022&period=2022-12')
      await page.getByText('94.09').first().waitFor()
      await page.getByRole('button', { name: '看表' }).click()
      await page.getByRole('table', { name: '结案率' }).waitFor()
      await look(page, 'figure-table')
    }))

  test.each([false, true])('a figure in the report of 零陵区 leads to the page that counts it (phone: %s)', (phone) =>
    visit({ as: '受理员', phone }, async (page) => {
      await openReport(page)
      await look(page, 'report')
      await page.locator('.paper').getByRole('link', { name: '6962' }).first().click()
      await big(page).waitFor()
      expect(await page.locator('h1').innerText()).toBe('结案数')
      expect(await big(page).innerText()).toMatch(/6,962\s*件/)
    }),
  )

  test.each([false, true])(
    'a project of 杜集区 has a tree of scores, each with the sentence that explains it (phone: %s)',
    (phone) =>
      visit({ as: '绩效人员', bureau: duji, phone }, async (page) => {
        await page.goto('/evaluation?year=2024')
        await page.getByText('智慧城管').first().waitFor()
        await look(page, 'evaluation')
        await unfoldFiles(page, 'evaluation-files', ['全部项目自评表（Excel）', '全部项目自评表（Word）'])
        await page.getByText('智慧城管').first().click()
        await page.locator('.score-tree').waitFor()
        await page.getByText(/由人评定 \d+ 分/).waitFor() // beside the bar
        await page.locator('.evidence', { hasText: '由人评定' }).first().waitFor()
        await look(page, 'score-tree')
        await unfoldFiles(page, 'score-files', ['自评表（Excel）', '自评表（Word）', '佐证材料（Word）'])
        await openAnnex(page)
        const sentences = await page.locator('.score-because').allInnerTexts()
        expect(sentences.length).toBeGreaterThan(5)
        for (const sentence of sentences) expect(sentence).toMatch(/得.*分/)
        const points = await page.locator('.score-tree tr:has(.score-because) [data-label="得分"]').allInnerTexts()
        const sum = points.reduce((all, text) => all + Math.round(Number(text) * 100), 0)
        expect(sum / 100).toBe(Number(await page.locator('.score-big').innerText()))
      }),
  )
}
