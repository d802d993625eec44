import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../look.ts'
import { demoAccounts, type Visit } from '../visit.ts'

const opened = (page: Page) => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
const field = (page: Page, label: string) => page.getByRole('combobox', { name: new RegExp(`^${label}`) })
/** Chooses in the list or the tree that opens under a field. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await field(page, label).click()
  const options = opened(page).locator('.ant-select-item-option, .ant-select-tree-node-content-wrapper')
  await options.filter({ hasText: option }).first().click()
}
async function chooseAt(page: Page, label: string, at: number): Promise<void> {
  await field(page, label).click()
  await opened(page).locator('.ant-select-item-option').nth(at).click()
}
/** Signs with one stroke. */
async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: /签字$/ }).first().click()
  const dialog = page.getByRole('dialog')
  const sheet = dialog.locator('canvas')
  const { x, y, width, height } = (await sheet.boundingBox())!
  await page.mouse.move(x + width * 0.2, y + height * 0.5)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++)
    await page.mouse.move(x + width * (0.2 + step * 0.05), y + height * (0.5 + 0.2 * Math.sin(step)))
  await page.mouse.up()
  await look(page, 'penalty-signing')
  await dialog.getByRole('button', { name: /^确\s*定$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export function enforcementStories(visit: Visit): void {
  test('an officer fines on the spot with the phone: two officers, the party signs, the paper is there with its number', () =>
    visit({ phone: true, mayComplain: /4\d\d/ }, async (page) => {
      await page.goto('/sign-in')
      const { tenant, account } = (await demoAccounts(page)).find((one) => one.account === 'zhifa')!
      const { password } = (await (await page.request.get('/api/demo/accounts')).json())[0]
      await page.request.post('/api/session', { data: { tenant, account, password } })
      await page.goto('/ledgers/penalty/new?move=fine')
      await choose(page, '违法行为', '擅自占用')
      await page.getByRole('radio', { name: '公民' }).click()
      await page.getByLabel(/^当事人 ?必填/).fill('陈某')
      await page.getByLabel(/^违法地点/).fill('芝山路12号门前')
      await page.getByLabel(/^违法行为发生日/).fill('2023-01-03')
      await choose(page, '办案单位', '南津渡')
      await chooseAt(page, '主办人员', 0)
      await chooseAt(page, '协办人员', 1)
      await page.getByLabel(/^执法证号/).fill('湘M0012、湘M0013')
      await page.getByLabel(/^违法事实/).fill('占用人行道堆放建材，面积约6平方米')
      await page
        .getByRole('radiogroup', { name: /已出示/ })
        .getByRole('radio', { name: '是' })
        .click()
      await page.getByLabel(/^罚款/).fill('500')
      await sign(page)
      await page.getByRole('button', { name: '当场罚款' }).last().click()
      await page.getByText('当场罚款不超过200.00元，这里是500.00元').first().waitFor()
      await look(page, 'penalty-refused')
      await page.getByLabel(/^罚款/).fill('100')
      await page.getByRole('button', { name: '当场罚款' }).last().click()
      await page.locator('.record-head-line .state-tag').filter({ hasText: '待缴款' }).waitFor()
      expect(await page.locator('.record-number').innerText()).toMatch(/^零陵城管当罚字〔\d{4}〕第\d+号$/)
      await page.getByText('当场行政处罚决定书').first().waitFor()
      await look(page, 'penalty-fined', ['Word'])
    }))
}
