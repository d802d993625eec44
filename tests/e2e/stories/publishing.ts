import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look, read } from '../look.ts'
import { donghu, type Visit } from '../visit.ts'

const title = '零陵区城市管理和综合执法局2022年度数字城管运行情况'
const published = async (page: Page) =>
  ((await (await page.request.get('/api/reporting/snapshots')).json()) as { title: string }[]).length

async function submit(page: Page): Promise<void> {
  await page.goto('/reports/casework-bulletin?year=2022')
  await page.locator('.paper').waitFor()
  await page.getByRole('button', { name: '送审', exact: true }).click()
  await page.getByRole('button', { name: '确认送审' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: 50_000 })
}
async function openReview(page: Page): Promise<void> {
  await page.goto('/reports?year=2022')
  const waiting = page.locator('.panel').filter({ has: page.getByRole('heading', { name: '待审批和退回的报告' }) })
  await waiting.getByRole('link', { name: title }).first().click()
  await page.locator('.paper').waitFor()
}

/** A closed case of the year is opened again: one fewer is closed. */
async function reopenCase(page: Page): Promise<void> {
  const { csrf } = (await (await page.request.get('/api/session')).json()) as { csrf: string }
  const listed = await page.request.get('/api/ledgers/case/records?year=2022&state=closed&limit=1')
  const { rows } = (await listed.json()) as { rows: { id: string; version: number }[] }
  const { id, version } = rows[0]!
  const answer = await page.request.post(`/api/ledgers/case/records/${id}/moves/reopen`, {
    headers: { 'x-csrf-token': csrf },
    data: { version, data: {}, reason: '井盖又松动了' },
  })
  expect(await answer.json()).toMatchObject({ stateLabel: '待派遣' })
}

/** A report on its way to the public, by two people. */
export function publishingStories(visit: Visit): void {
  test.each([false, true])(
    'who submits is asked first and told what will happen; nothing is frozen before the yes (phone: %s)',
    (phone) =>
      visit({ as: '绩效人员', phone }, async (page) => {
        await page.goto('/reports/lingling-2022?year=2022')
        await page.locator('.paper').waitFor()
        await page.getByRole('button', { name: '送审', exact: true }).click()
        const dialog = page.getByRole('dialog', { name: /送审/ })
        await dialog.getByRole('button', { name: '确认送审' }).waitFor()
        expect(await dialog.innerText()).toMatch(/由局领导审阅，同意后公开，不能由送审人自己同意/)
        await look(page, 'submit-dialog', ['Word'])
        await dialog.getByRole('button', { name: '再看看' }).click()
        await dialog.waitFor({ state: 'hidden' })
        expect(await (await page.request.get('/api/reporting/submissions')).json()).toEqual([])
      }),
  )

  test('what the checker finds in the report stands above it with its section, and is answered for before it is submitted', () =>
    visit({ as: '绩效人员', bureau: donghu }, async (page) => {
      await page.goto('/reports/hebei-whole?year=2021')
      await page.locator('.paper').waitFor()
      const notice = page.getByRole('alert')
      expect(await notice.innerText()).toMatch(/收支不平衡.*相差 32\.14万元/)
      await look(page, 'report-finding', ['Word'])
      await notice.getByRole('button', { name: /^一、/ }).click()
      expect(
        await page.locator('.paper h3', { hasText: /^一、/ }).evaluate((one) => one.getBoundingClientRect().top),
      ).toBeLessThan(450)
      await page.getByRole('button', { name: '送审', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: /送审/ })
      const yes = dialog.getByRole('button', { name: '确认送审' })
      expect(await yes.isDisabled()).toBe(true)
      await dialog.getByLabel(/审校发现 1 处错误/).fill('年初结转32.14万元待决算批复后补登')
      expect(await yes.isEnabled()).toBe(true)
      await look(page, 'report-finding-answered', ['Word'])
    }))

  test('the performance person submits, cannot agree alone, and the public sees nothing yet', () =>
    visit({ as: '绩效人员' }, async (page) => {
      const before = await published(page)
      await submit(page)
      await openReview(page)
      expect(await page.getByRole('button', { name: '同意公开' }).count()).toBe(0)
      expect(await page.locator('.document-main .notice').innerText()).toMatch(/送审，内容和明细已按第 \d 次封账固定/)
      await look(page, 'submitted')
      expect(await published(page)).toBe(before)
    }))

  test.each([true, false])(
    'the director reads what was frozen and may send it back with a reason (phone: %s)',
    (phone) =>
      visit({ as: '局领导', phone }, async (page) => {
        await openReview(page)
        await look(page, 'review')
        await page.getByRole('button', { name: '退回' }).click()
        const dialog = page.getByRole('dialog', { name: /退回/ })
        const yes = dialog.getByRole('button', { name: '确认退回' })
        expect(await yes.isDisabled()).toBe(true)
        await dialog.getByLabel('退回原因').fill('结案率请再核对')
        await look(page, 'return-dialog')
        if (phone) return
        await yes.click()
        await page.getByText('结案率请再核对').waitFor()
        await look(page, 'reports-returned')
      }),
  )

  test.each([true, false])(
    'what came back lies on the workbench of whoever may hand it in again (phone: %s)',
    (phone) =>
      visit({ as: '绩效人员', phone }, async (page) => {
        await page.goto('/?year=2022')
        const returned = page.locator('.panel').filter({ has: page.getByRole('heading', { name: '退回的报告' }) })
        await returned.getByText('结案率请再核对').waitFor()
        await look(page, 'workbench-returned')
      }),
  )

  test('submitted again it shows what has changed since; agreed to it is public, with a data package to take home', async () => {
    await visit({ as: '绩效人员' }, submit)
    await visit({ as: '值班长' }, reopenCase)
    await visit({ as: '局领导', phone: true }, async (page) => {
      await openReview(page)
      await look(page, 'review-changed')
    })
    await visit({ as: '局领导' }, async (page) => {
      const before = await published(page)
      await openReview(page)
      const changed = page.locator('.differences tr').filter({ has: page.getByText('结案', { exact: true }) })
      expect(await changed.locator('td').allInnerTexts()).toEqual(['结案', '6962件', '6961件'])
      await look(page, 'review-changed')
      await page.getByRole('button', { name: '同意公开' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '确认公开' }).waitFor()
      await look(page, 'publishing-dialog')
      await page.getByRole('button', { name: '确认公开' }).click()
      await page.getByText('已公开，公开页面的链接').waitFor()
      await look(page, 'publishing-done')
      expect(await published(page)).toBe(before + 1)
    })
    await visit({ javaScript: false }, async (page) => {
      await page.goto('/public/431102')
      await page.getByRole('link', { name: title }).first().click()
      expect(await page.locator('main').innerText()).toContain('结案6962件')
      await read(page, 'public-bulletin', ['szcg'])
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: '下载数据包' }).click()
      expect((await coming).suggestedFilename()).toMatch(/-2022-szcg-\d-数据包\.zip$/)
    })
  })
}
