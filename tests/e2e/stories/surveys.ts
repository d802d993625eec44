import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look, read } from '../look.ts'
import { lingling, type Visit } from '../visit.ts'

const citizen = { phone: true, javaScript: false }
const code = 'LD-2023'
const shown = ['LD', 'MD', 'DJ', 'Cookie', 'http', 'Wilson']
const [bright, quick] = ['您对夜间路灯的亮度满意吗？', '路灯坏了修得快不快，您满意吗？']
const planned = {
  code,
  title: '2022年度路灯照明满意度调查',
  project: '整体',
  population: '城区常住居民',
  people: 120_000,
  sample: 200,
  opensOn: '2023-01-01',
  closesOn: '2023-01-31',
  lateDays: 10,
  question1: bright,
  question2: quick,
}
const signedIn = { as: '绩效人员', bureau: lingling }

/** Sends what a form of the console would send. */
async function send(page: Page, path: string, data: object) {
  const { csrf } = await (await page.request.get('/api/session')).json()
  const reply = await page.request.post(`/api/ledgers/${path}`, { data, headers: { 'x-csrf-token': csrf } })
  const told = await reply.json()
  expect(reply.status(), JSON.stringify(told)).toBeLessThan(300)
  return told as { id: string; version: number }
}

export function surveyStories(visit: Visit): void {
  let address = ''
  let record = ''
  test('a survey is drafted and opened, and its record shows the address and the code to put up', () =>
    visit(signedIn, async (page) => {
      await page.goto('/')
      const { units } = await (await page.request.get('/api/org/units')).json().then((all) => ({ units: all }))
      const drafted = await send(page, 'survey/records', { data: { ...planned, unit: units[0].id } })
      record = `/ledgers/survey/${drafted.id}`
      await page.goto(record)
      await page.getByRole('button', { name: '开始调查' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: '开始调查' }).click()
      await page.getByText('进行中').first().waitFor()
      address = (await page.locator('.record-survey-link').innerText()).trim()
      expect(address).toMatch(new RegExp(`/public/431102/surveys/${code}$`))
      await page.getByText('每台设备答一次').waitFor()
      await look(page, 'survey-record', shown.concat(address.match(/[A-Za-z.]+[\w.-]*/g) ?? []))
      await page.getByRole('button', { name: '问卷二维码' }).click()
      await page.getByRole('img', { name: new RegExp(code) }).waitFor()
      await look(page, 'survey-code', shown.concat(address.match(/[A-Za-z.]+[\w.-]*/g) ?? []))
      await page.pdf({ preferCSSPageSize: true })
      await page.getByRole('img', { name: new RegExp(code) }).waitFor() // printing closes nothing
    }))

  test('a citizen scans it, answers with a thumb and without a script, and is thanked', () =>
    visit({ ...citizen, mayComplain: /409|422/ }, async (page) => {
      await page.goto(address)
      await read(page, 'survey', shown)
      const label = page.getByRole('group', { name: bright }).locator('label', { hasText: /^很满意$/ })
      expect((await label.boundingBox())!.height).toBeGreaterThanOrEqual(48)
      await label.click()
      await page.getByRole('button', { name: '提交' }).click() // the browser asks for the second question
      expect(page.url()).toBe(address)
      await page.getByRole('group', { name: quick }).getByText('基本满意').click()
      await page.getByLabel('意见和建议').fill('三号巷的路灯该换了')
      await read(page, 'survey-filled', shown)
      await page.getByRole('button', { name: '提交' }).click()
      await page.getByRole('heading', { name: '谢谢您' }).waitFor()
      await read(page, 'survey-thanks', shown)
      await page.goto(address)
      await page.getByText('这台设备已经答过').waitFor()
      await read(page, 'survey-again', shown)
    }))

  test('four more of the same house answer, each on a device of its own', async () => {
    for (const step of ['很满意', '很满意', '满意', '很满意'])
      await visit(citizen, async (page) => {
        await page.goto(address)
        for (const asked of [bright, quick])
          await page
            .getByRole('group', { name: asked })
            .locator('label', { hasText: new RegExp(`^${step}$`) })
            .click()
        await page.getByRole('button', { name: '提交' }).click()
        await page.getByRole('heading', { name: '谢谢您' }).waitFor()
      })
  })

  test('the form reads well at a desk too', () =>
    visit({ javaScript: false }, async (page) => {
      await page.goto(address)
      await read(page, 'survey', shown)
    }))

  test.each([false, true])('what came of it says how sure it is (phone: %s)', (phone) =>
    visit({ ...signedIn, phone }, async (page) => {
      await page.goto('/')
      const day = { way: 'paper', answeredOn: '2023-01-02' }
      for (const [answer1, answer2] of [
        ['s1', 's2'],
        ['s2', 's2'],
        ['s3', 's4'],
        ['s2', 's5'],
      ])
        await send(page, 'survey-answer/records', {
          data: { ...day, survey: record.split('/').at(-1), answer1, answer2 },
        })
      await page.goto(record)
      await page.getByRole('link', { name: '查看调查结果' }).click()
      await page.getByText('样本不足30份，结果仅供参考。').waitFor()
      await page.getByText('同一个网络来了 5 份网上答卷，占 100.0%').waitFor()
      await page.getByText('5 份网上答卷来自 1 个网络。').waitFor()
      await look(page, 'survey-results', shown)
      expect(await page.locator('.survey-words li').count()).toBe(10)
      await page.getByRole('link', { name: /^看网络标记 \d{10} 的答卷$/ }).click()
      await page.getByText('网络标记：').first().waitFor()
      await look(page, 'survey-answers-of-one-network', shown)
      expect(await page.getByText(`${planned.title} · 网上`).count()).toBe(5)
      await page.goto('/evaluation?year=2023')
      await page.getByRole('link', { name: planned.title }).waitFor()
      await look(page, 'evaluation-surveys', shown)
      await page.goto('/ledgers/survey-answer/new')
      await look(page, 'survey-answer-new', shown)
      await page.goto('/ledgers/survey/new')
      await look(page, 'survey-new', shown)
      await page.goto('/ledgers/survey-answer?year=2023')
      await page.getByText('纸质').first().waitFor()
      await look(page, 'survey-answers', shown)
      await page.getByText(`${planned.title} · 网上`).last().click() // the oldest
      await page.getByText('三号巷的路灯该换了').waitFor()
      await look(page, 'survey-answer', shown)
    }),
  )
}
