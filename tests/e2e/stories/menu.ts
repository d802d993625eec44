import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../look.ts'
import { demoAccounts, duji, type Visit } from '../visit.ts'

const menu = (page: Page) => page.getByRole('navigation', { name: '主菜单' }).getByRole('link')
/** The entry of that very name: 报告 is not 报告审校. */
const named = (links: Locator, label: string) => links.filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) })
const words = async (page: Page) => (await menu(page).allInnerTexts()).map((text) => text.trim())

/** Opens each entry of the menu and looks at it. */
async function openEach(page: Page, who: string): Promise<void> {
  for (const label of await words(page)) {
    await named(menu(page), label).click()
    await named(menu(page).and(page.locator('[data-here]')), label).waitFor()
    await look(page, `${who}-${label}`)
  }
}

export function menuStories(visit: Visit): void {
  test('the receiver finds the work from the desk to the report in the menu, and every entry opens', () =>
    visit({ as: '受理员' }, async (page) => {
      await page.goto('/')
      await menu(page).first().waitFor()
      expect(await words(page)).toEqual(['工作台', '案件', '台账', '预算与项目', '绩效', '报告', '统计'])
      await openEach(page, '受理员')
    }))

  test('on the phone the receiver has five tabs, and under 我的 everything else of the menu', () =>
    visit({ as: '受理员', phone: true }, async (page) => {
      await page.goto('/')
      await menu(page).first().waitFor()
      expect(await words(page)).toEqual(['待办', '上报', '台账', '地图', '我的'])
      await openEach(page, '受理员')
      const others = page.locator('#content').getByRole('link')
      const labels = (await others.allInnerTexts()).map((text) => text.trim())
      expect(labels.slice(0, 6)).toEqual(['案件', '台账', '预算与项目', '绩效', '报告', '统计'])
      for (const label of labels) {
        await named(others, label).click()
        await page.getByRole('heading', { level: 1, name: label, exact: true }).waitFor()
        await look(page, `受理员-我的-${label}`)
        await page.goBack()
        await page.getByRole('button', { name: '退出登录' }).waitFor()
      }
    }))

  test('the administrator finds units, people and the working calendar', () =>
    visit({ as: '系统管理员' }, async (page) => {
      await page.goto('/')
      const tabs = page.locator('#content').getByRole('navigation').getByRole('link')
      await tabs.first().waitFor()
      const accounts = (await demoAccounts(page)).map(({ account }) => account)
      for (const label of ['机构', '人员', '工作日历']) {
        await tabs.filter({ hasText: label }).click()
        await page.getByRole('heading', { level: 2, name: label }).waitFor()
        await look(page, `管理-${label}`, accounts)
      }
    }))

  test.each(['值班长', '派遣员', '处置部门负责人（指派员）', '采集员（监督员）', '局领导', '系统管理员', '审计管理员'])(
    'every entry in the menu of the %s opens',
    (role) =>
      visit({ as: role }, async (page) => {
        await page.goto('/')
        await menu(page).first().waitFor()
        await openEach(page, role)
      }),
  )

  test('the year of 杜集区 stands in the address and goes along from page to page', () =>
    visit({ as: '绩效人员', bureau: duji }, async (page) => {
      await page.goto('/budget?year=2024')
      await page.getByText('302.19').first().waitFor()
      await look(page, '杜集区-预算')
      await menu(page).filter({ hasText: '绩效' }).click()
      await page.getByRole('heading', { name: '绩效' }).waitFor()
      expect(page.url()).toContain('year=2024')
    }))
}
