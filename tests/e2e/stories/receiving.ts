import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { look } from '../look.ts'
import type { Visit } from '../visit.ts'

const words = '雨水井盖破损，行人易绊倒'
const address = '芝山路菜市场北门'
const field = (page: Page, label: string) => page.locator('.form-field').filter({ hasText: new RegExp(`^${label}`) })
const dialog = (page: Page) => page.getByRole('dialog')
const state = (page: Page) => page.locator('.record-head-line .state-tag')
const comes = (page: Page, label: string) => state(page).filter({ hasText: label }).waitFor()

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click()
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await open.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

/** The device stands where some case of the last year was, or far away. */
async function stand(page: Page, inside: boolean): Promise<void> {
  const asked = await page.request.get('/api/ledgers/case/places?year=2022&state=closed')
  const { points } = (await asked.json()) as { points: { lng: number; lat: number }[] }
  const { lng, lat } = inside ? points[0]! : { lng: 112.98, lat: 28.2 }
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: lng, latitude: lat })
}

async function fill(page: Page): Promise<void> {
  await choose(page, '问题来源', '12319热线')
  await page.getByLabel(/^问题描述/).fill(words)
  await page.getByLabel(/^位置描述/).fill(address)
}

async function stillThere(page: Page): Promise<void> {
  expect(await page.getByLabel(/^问题描述/).inputValue()).toBe(words)
  expect(await page.getByLabel(/^位置描述/).inputValue()).toBe(address)
  expect(await field(page, '问题来源').innerText()).toContain('12319热线')
}

/** A sentence that stands where one sees it without looking for it. */
async function isTold(page: Page, sentence: string): Promise<void> {
  const told = page.getByRole('alert').filter({ hasText: sentence })
  await told.waitFor()
  const box = (await told.boundingBox())!
  expect(box.y).toBeGreaterThan(0)
  expect(box.y + box.height).toBeLessThan(page.viewportSize()!.height)
}

const send = (page: Page) => page.locator('.move-form-foot button[type="submit"]').click()
const numberOf = async (page: Page) => (await page.locator('.record-number').innerText()).trim()

export function receivingStories(visit: Visit): void {
  test('what is missing in a report is told beside its field, a broken line loses nothing, and the case goes on to a unit', async () => {
    let number = ''
    await visit({ as: '受理员', mayComplain: /ERR_INTERNET_DISCONNECTED/ }, async (page) => {
      await page.goto('/ledgers/case')
      await page.getByRole('button', { name: '受理', exact: true }).click()
      await page.getByRole('heading', { name: '登记案件' }).waitFor()
      await page.getByLabel('反映人').fill('王先生')
      await send(page)
      for (const label of ['问题来源', '问题描述', '位置', '位置描述'])
        expect(await field(page, label).first().innerText()).toContain(`还差“${label}”`)
      expect(await page.getByLabel('反映人').inputValue()).toBe('王先生')
      await look(page, 'receive-missing')
      await fill(page)
      expect(await field(page, '问题描述').innerText()).not.toContain('还差')
      await page.getByRole('button', { name: '在地图上选' }).click()
      await dialog(page).locator('[data-map="idle"]').waitFor()
      await look(page, 'receive-map')
      await dialog(page).getByRole('button', { name: '就是这里' }).click()
      await page.getByText(/东经 111\.\d+°，北纬 26\.\d+°/).waitFor()

      await page.context().setOffline(true)
      await send(page)
      await isTold(page, '网络不通，内容都还在')
      await stillThere(page)
      await page.context().setOffline(false)
      await page.reload()
      await page.getByText('已恢复上次没有提交的内容').waitFor()
      await stillThere(page)
      await look(page, 'receive-filled')
      await send(page)
      await page.getByText(/已登记，编号 4311022023\d{5}。/).waitFor()
      number = await numberOf(page)
      await comes(page, '待立案')

      await page.getByRole('button', { name: '立案', exact: true }).click()
      await dialog(page).getByRole('button', { name: '立案' }).click()
      expect(await field(page, '小类').innerText()).toContain('还差“小类”')
      await page.getByRole('combobox', { name: /^小类/ }).fill('井盖')
      await choose(page, '小类', '井盖')
      await choose(page, '立案条件', '工作日')
      await look(page, 'file')
      await dialog(page).getByRole('button', { name: '立案' }).click()
      await comes(page, '待派遣')
    })
    await visit({ as: '派遣员' }, async (page) => {
      await page.goto('/')
      await page.getByRole('button').filter({ hasText: number }).click()
      await comes(page, '待派遣')
      await page.getByRole('button', { name: '派遣', exact: true }).click()
      await page.getByRole('combobox', { name: /^承办单位/ }).fill('市政')
      await page.locator('.ant-select-tree-title').filter({ hasText: '市政设施维护站' }).click()
      await look(page, 'dispatch')
      await dialog(page).getByRole('button', { name: '派遣' }).click()
      await comes(page, '待处置')
      expect(await page.locator('.record-head').innerText()).toMatch(/在办：市政设施维护站.+处置时限\s*剩 \d+/s)
      expect((await page.locator('.history-words').allInnerTexts()).length).toBe(3)
      await look(page, 'dispatched')
    })
  })

  test('on the phone the photo and the place come first; a place outside the district is refused and nothing typed is lost', () =>
    visit({ as: '受理员', phone: true, mayComplain: /status of 409/ }, async (page) => {
      await page.goto('/report')
      await page.getByText('用当前位置').waitFor()
      const legends = await page.locator('fieldset legend').allInnerTexts()
      expect(legends[0]).toBe('现场')
      const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8' } })
        .jpeg()
        .toBuffer()
      await page.getByLabel('从相册选').setInputFiles({ name: 'street.jpg', mimeType: 'image/jpeg', buffer: photo })
      await page.locator('.photo-thumb a img').waitFor()
      await stand(page, false)
      await page.getByText('用当前位置').click()
      await page.getByText(/东经 112\.98/).waitFor()
      await fill(page)
      await send(page)
      await isTold(page, '这个位置不在本局的责任区内')
      await look(page, 'receive-outside')
      await stillThere(page)
      // A browser says the same place again for half a minute, unless the page is new.
      await page.reload()
      await page.getByText('已恢复上次没有提交的内容').waitFor()
      await stand(page, true)
      await page.getByText('用当前位置').click()
      await page.getByText(/东经 111\./).waitFor()
      await send(page)
      await page.getByText(/已登记，编号 4311022023\d{5}。/).waitFor()
      await page.getByRole('tab', { name: '附件 1' }).waitFor()
      await look(page, 'received')
    }))
}
