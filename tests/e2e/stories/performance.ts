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
        const tabs = page.getByRole('navigation', { name: '绩效' })
        expect(await tabs.locator('[data-here]').innerText()).toBe(title)
        await look(page, `list-${name}`, codes)
        if (name === 'rectification') await takeRoll(page)
      }
    }),
  )

  test.each([false, true])(
    'typed values are read by their indicator, in its unit, with their cause and evidence (phone: %s)',
    (phone) =>
      visit({ as: '绩效人员', bureau: duji, phone }, async (page) => {
        await page.goto('/ledgers/typed-value?year=2024')
        await page.getByText('完成月份 · 垃圾分类').waitFor()
        if (!phone) {
          const line = page.locator('tr', { hasText: '完成月份 · 垃圾分类' })
          expect(await line.innerText()).toMatch(/2024\s+12 月\s+二〇二四年度部门绩效自评报告/)
          expect(await line.getByRole('link', { name: '图片' }).getAttribute('href')).toMatch(
            /\/api\/files\/[0-9a-f]{64}/,
          )
        }
        await look(page, 'typed-values', codes)
      }),
  )

  test('a project leads to its questions, and a question to its project', () =>
    visit({ as: '绩效人员', bureau: duji }, async (page) => {
      await page.goto('/evaluation/DJ01?year=2024')
      await page.getByRole('link', { name: '查看存疑事项' }).click()
      await page.getByText('只列出“智慧城管”的存疑事项。').waitFor()
      const asked = page.locator('.question strong')
      expect(new Set(await asked.allInnerTexts())).toEqual(new Set(['智慧城管']))
      // A sentence names the scheme it judges by: AH-002.
      await look(page, 'questions-of-project', [...codes, 'AH'])
      await asked.first().getByRole('link').click()
      await page.getByRole('heading', { level: 1, name: '智慧城管' }).waitFor()
    }))

  test('where the value of an indicator comes from is picked in words', () =>
    visit({ as: '绩效人员', bureau: duji }, async (page) => {
      await page.goto('/ledgers/indicator/new?move=set&year=2024')
      await page.locator('#field-metric').fill('工作量')
      await page.getByText('工作记录·工作量', { exact: true }).last().click()
      await page.locator('#field-where').click()
      await page.getByText('路灯维修', { exact: true }).last().click()
      await look(page, 'indicator-form', codes)
      const where = page.locator('.form-field', { has: page.locator('#field-where') })
      expect(await where.innerText()).toMatch(/工作种类\s+路灯维修/)
    }))

  test('a PDF is taken as evidence and a page called one is refused in a sentence', () =>
    visit({ as: '绩效人员', bureau: duji, mayComplain: /422/ }, async (page) => {
      await page.goto('/ledgers/typed-value/new?move=give&year=2024')
      const file = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })
      await page.locator('#field-files').setInputFiles(file('通报.pdf', '%PDF-1.7\n'))
      await page.getByRole('link', { name: '通报.pdf' }).waitFor()
      await page.locator('#field-files').setInputFiles(file('网页.pdf', '<html></html>'))
      await page.getByRole('alert').filter({ hasText: '“网页.pdf”不是图片、PDF、DOCX或XLSX文件' }).waitFor()
      expect(await page.locator('.file-item').count()).toBe(1)
    }))

  test('the self-evaluation of the whole tells its phases, what finance asked, and that it is approved', () =>
    visit({ as: '局领导', bureau: duji }, async (page) => {
      await page.goto('/ledgers/self-evaluation?year=2024')
      await page.getByText('ZP2024001').first().click()
      await page.locator('.record-number').waitFor()
      await page.getByText('已审定').first().waitFor()
      await look(page, 'self-evaluation', codes)
    }))
}
