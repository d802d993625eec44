import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { faultyReport, reportFile, soundReport } from '../../helpers/report-text.ts'
import { unzip } from '../../helpers/unzip.ts'
import { look, read } from '../look.ts'
import type { Visit } from '../visit.ts'

const file = (text?: string) => {
  const { name, type, bytes } = reportFile(text)
  return { name, mimeType: type, buffer: bytes }
}
const fine = ['Excel', 'txt']

/** Drops a file where the screen asks for one, as a hand does. */
async function drop(page: Page, text: string): Promise<void> {
  await page.goto('/checks')
  await page.getByRole('heading', { level: 1, name: '报告审校' }).waitFor()
  const dropped = await page.evaluateHandle((words) => {
    const data = new DataTransfer()
    data.items.add(new File([words], '清江区城市管理局自评报告.txt', { type: 'text/plain' }))
    return data
  }, text)
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: dropped })
  await page.locator('.checked-document').waitFor()
}
async function choose(page: Page, text?: string): Promise<void> {
  await page.goto('/checks')
  await page.getByLabel('要审校的报告').setInputFiles(file(text))
  await page.getByRole('region', { name: '审校结果' }).waitFor()
}

/** The finding about 619余条. */
const round = (page: Page) => page.locator('.finding-card').filter({ hasText: '619余条' }).first()
const numberOf = async (page: Page) => Number(await round(page).locator('.finding-number').innerText())
const isInSight = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return top >= 0 && bottom <= window.innerHeight
    })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

async function saved(page: Page, as: string): Promise<Buffer> {
  await page.getByRole('button', { name: '下载意见表' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: as }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^清江区城市管理局自评报告审校意见\.(docx|xlsx)$/)
  return readFileSync(await download.path())
}

/** A finished report is read by the checker: in the console, and on the public page. */
export function checkStories(visit: Visit): void {
  test('a report dropped on the screen is shown with its faults marked; a click and the keyboard jump both ways', () =>
    visit({ as: '绩效人员' }, async (page) => {
      await page.goto('/checks')
      await look(page, 'check-start', fine)
      await drop(page, faultyReport)
      await look(page, 'check-result', fine)
      const number = await numberOf(page)
      const mark = `#mark-${number}-1`
      await round(page)
        .getByRole('button', { name: /619余条/ })
        .click()
      expect(await focused(page)).toBe(mark.slice(1))
      expect(await isInSight(page, mark)).toBe(true)
      await look(page, 'check-jumped', fine)
      await page.keyboard.press('Enter')
      expect(await focused(page)).toBe(`finding-${number}`)
      expect(await isInSight(page, `#finding-${number} .finding-head`)).toBe(true)
    }))

  test('what is said of a finding stays with the document in this browser, and goes out with the sheet', () =>
    visit({ as: '绩效人员' }, async (page) => {
      await choose(page)
      await round(page).getByRole('radio', { name: '说明' }).click()
      await round(page).getByRole('textbox').fill('台账为619条，已删去“余”字')
      await look(page, 'check-marked', fine)
      const { sheets } = await readXlsx(await saved(page, 'Excel 表格'))
      expect(JSON.stringify(sheets[0]!.rows)).toContain('台账为619条，已删去“余”字')
      const paper = unzip(await saved(page, 'Word 文件'))
        .get('word/document.xml')!
        .toString()
      expect(paper.replace(/<[^>]+>/g, '')).toContain('台账为619条，已删去“余”字')
      await page.reload()
      await choose(page)
      expect(await round(page).getByRole('textbox').inputValue()).toBe('台账为619条，已删去“余”字')
      await round(page).getByRole('radio', { name: '未处理' }).click()
      await page.getByRole('button', { name: '换一份' }).click()
      await page.getByRole('heading', { level: 1, name: '报告审校' }).waitFor()
    }))

  test('one severity at a time: the others are neither listed nor marked, and the address says so', () =>
    visit({ as: '绩效人员' }, async (page) => {
      await choose(page)
      const all = await page.locator('.finding-card').count()
      await page.getByRole('radio', { name: /^存疑/ }).click()
      await expect.poll(() => page.locator('.finding-card').count()).toBeLessThan(all)
      expect(page.url()).toContain('severity=question')
      expect(await page.locator('.check-mark-error, .check-number-error').count()).toBe(0)
      await look(page, 'check-questions', fine)
    }))

  test('what is dealt with can be left out; it stays until one asks again, and the numbers stay', () =>
    visit({ as: '绩效人员' }, async (page) => {
      await choose(page)
      const cards = page.locator('.finding-card')
      const all = await cards.count()
      expect(await page.locator('.finding-number').allInnerTexts()).toEqual(
        Array.from({ length: all }, (_, at) => String(at + 1)),
      )
      const only = page.getByRole('checkbox', { name: '只看未处理' })
      await only.check()
      expect(page.url()).toContain('open=yes')
      await cards.first().getByRole('radio', { name: '看过' }).click()
      expect(await cards.count()).toBe(all)
      await only.uncheck()
      await only.check()
      await expect.poll(() => cards.count()).toBe(all - 1)
      expect(await page.locator('.finding-number').first().innerText()).toBe('2')
      await look(page, 'check-open', fine)
      await only.uncheck()
      await cards.first().getByRole('radio', { name: '未处理' }).click()
    }))

  test('what was tested and holds is listed by kind, and each leads to its place in the document', () =>
    visit({ as: '绩效人员' }, async (page) => {
      await choose(page)
      await page.getByText(/^按类别看/).click()
      await page.getByText(/^已核对无误 \d+ 项$/).click()
      await page.locator('.held-relation').last().click()
      expect(await isInSight(page, '.check-sought')).toBe(true)
      await look(page, 'check-held', fine)
    }))

  test('on the phone the document stands below its findings, and a jump goes from one to the other', () =>
    visit({ as: '绩效人员', phone: true }, async (page) => {
      await choose(page)
      await look(page, 'check-result', fine)
      const number = await numberOf(page)
      await round(page)
        .getByRole('button', { name: /619余条/ })
        .click()
      expect(await isInSight(page, `#mark-${number}-1`)).toBe(true)
      await look(page, 'check-document', fine)
      await page.locator(`#mark-${number}-1`).click()
      expect(await isInSight(page, `#finding-${number} .finding-head`)).toBe(true)
    }))

  test('a report in which nothing is wrong says what was tested; what cannot be read says why', () =>
    visit({ as: '局领导', mayComplain: /422/ }, async (page) => {
      await choose(page, soundReport)
      await page.getByText('没有发现问题').first().waitFor()
      await look(page, 'check-sound', fine)
      await page.getByRole('button', { name: '换一份' }).click()
      await page.getByLabel('要审校的报告').setInputFiles(file(' '))
      await page.getByRole('alert').waitFor()
      await look(page, 'check-unreadable', fine)
    }))

  test.each([false, true])('a citizen checks a report without an account and without a script (phone: %s)', (phone) =>
    visit({ javaScript: false, phone }, async (page) => {
      await page.goto('/public')
      await page.getByRole('link', { name: /交一份报告/ }).click()
      await read(page, 'public-check', fine)
      await page.getByLabel('选择一份报告').setInputFiles(file())
      await page.getByRole('button', { name: '开始审校' }).click()
      await page.getByRole('heading', { name: '文件内容' }).waitFor()
      await read(page, 'public-check-result', fine)
      await page.locator('.finding').filter({ hasText: '619余条' }).first().getByRole('link').first().click()
      expect(page.url()).toMatch(/#m\d+-1$/)
      await read(page, 'public-check-document', fine)
    }),
  )
}
