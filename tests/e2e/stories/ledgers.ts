import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../look.ts'
import { lingling, type Visit } from '../visit.ts'

const requestsOf = (page: Page): string[] => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/metrics')) asked.push(pathname)
  })
  return asked
}
const card = (page: Page, label: string) => page.locator('.figure-card').filter({ hasText: label })

export function ledgerStories(visit: Visit): void {
  test.each([false, true])(
    'a ledger has its figures on one page: two requests, a month by itself, each figure to its records (phone: %s)',
    (phone) =>
      visit({ as: '受理员', phone }, async (page) => {
        await page.goto('/ledgers/case?year=2022')
        const asked = requestsOf(page)
        await page.getByRole('navigation', { name: '看法' }).getByRole('link', { name: '统计' }).click()
        await page.getByRole('img', { name: '受理数按类别' }).waitFor()
        await look(page, 'ledger-figures')
        expect(asked).toEqual(['/api/metrics/ledgers/case', '/api/metrics/case.received/figure'])
        expect(await card(page, '结案数').innerText()).toMatch(/6,962\s*件/)
        await page.getByRole('radio', { name: '按单位' }).click()
        await page.getByText('这个数不能这样分').waitFor()
        await card(page, '立案率').getByText('怎么算').click()
        await card(page, '立案率').getByText('期内受理的案件中已立案的 ÷ 期内受理的案件').waitFor()
        await page.getByLabel('期间').selectOption({ label: '2022 年 12 月' })
        await card(page, '结案率').getByText('94.09').first().waitFor()
        await page.getByLabel('看哪个指标').selectOption({ label: '结案率' })
        await page.getByRole('radio', { name: '按来源' }).click()
        await page.getByRole('heading', { name: '2022 年 12 月结案率怎么分布' }).waitFor()
        await page.getByRole('table', { name: '结案率' }).getByText('12319热线').waitFor()
        await look(page, 'ledger-figures-month')
        await card(page, '结案率')
          .getByRole('link', { name: /^结案率94\.09%/ })
          .click()
        await page.getByRole('heading', { name: '结案率' }).first().waitFor()
        expect(await page.locator('.figure-head').innerText()).toMatch(/2022 年 12 月.*94\.09/s)
      }),
  )

  test('what has no sum says so, and is shown by its kinds', () =>
    visit({ as: '绩效人员' }, async (page) => {
      await page.goto('/ledgers/work/figures?year=2022&metric=work.quantity&by=class')
      await page.getByText('这里没有可以相加的数').waitFor()
      await page.getByRole('table', { name: '工作量' }).locator('tbody tr').first().waitFor()
      await look(page, 'ledger-figures-apart')
    }))

  test('figures that do not come are told in a sentence, with a way to ask again', () =>
    visit({ as: '受理员', mayComplain: /400/ }, async (page) => {
      await page.route('**/api/metrics/ledgers/**', (route) =>
        route.fulfill({ status: 400, json: { detail: '暂时数不出来。' } }),
      )
      await page.goto('/ledgers/case/figures?year=2022')
      await page.getByText('暂时数不出来。').first().waitFor()
      await page.unroute('**/api/metrics/ledgers/**')
      await page.getByRole('button', { name: '再试一次' }).first().click()
      await card(page, '受理数').getByText('7,012').waitFor()
    }))

  test.each([false, true])(
    'a record has a label with a code; whoever opens its address signs in first and stands before the record (phone: %s)',
    (phone) => {
      let address = ''
      let number = ''
      return visit({ as: '受理员', phone }, async (page) => {
        await page.goto('/ledgers/case?year=2022&state=closed')
        await (phone ? page.locator('.row-card') : page.getByRole('table', { name: '案件' }).locator('tbody tr'))
          .first()
          .click()
        number = (await page.locator('.record-number').innerText()).trim()
        await page.getByRole('button', { name: '二维码' }).click()
        const dialog = page.getByRole('dialog', { name: '二维码' })
        const picture = dialog.getByRole('img', { name: new RegExp(`^${number} .+的二维码$`) })
        expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth / 40)).toBe(20)
        await look(page, 'record-label')
        expect(await dialog.getByRole('link', { name: '下载' }).getAttribute('download')).toBe(`${number}.png`)
        await page.emulateMedia({ media: 'print' })
        expect(await page.locator('#root').isVisible()).toBe(false)
        expect(await dialog.isVisible()).toBe(false)
        expect(await page.locator('.label-print').isVisible()).toBe(true)
        await page.emulateMedia({ media: 'screen' })
        const id = new URL(page.url()).searchParams.get('open') ?? new URL(page.url()).pathname.split('/').at(-1)!
        address = `/ledgers/case/${id}`
      }).then(() =>
        visit({ phone }, async (page) => {
          await page.goto(address)
          await page.getByLabel('单位').selectOption({ label: `${lingling}（演示）` })
          await page.getByRole('button', { name: /^受理员/ }).click()
          await page.locator('.record-number').filter({ hasText: number }).waitFor()
          expect(new URL(page.url()).pathname).toBe(address)
        }),
      )
    },
  )
}
