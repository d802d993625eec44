import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { read } from '../look.ts'
import { duji, lingling, type Visit } from '../visit.ts'

const citizen = { javaScript: false }
const heads = ['序号', '编号', '类别', '道路或街道', '受理', '办结', '承办单位', '时限', '计入日期']
const day = '2022-\\d\\d-\\d\\d'
const rowShape = new RegExp(
  `^\\d+\t4311022022\\d{5}\t.+\t.*(路|街|大道|街道|社区)\t${day}\t${day}\t.+\t(按期|超时)\t${day}$`,
)
/** A telephone, a coordinate, a door. */
const exact = /1\d{10}|\d\.\d{3}|\d号|\d室|\d栋/
const rows = (page: Page) => page.locator('main tbody tr')
const cells = async (page: Page) =>
  Promise.all((await rows(page).all()).map(async (row) => (await row.locator('td').allInnerTexts()).join('\t')))

/** From the first page of the public to a bureau's only report. */
async function openReport(page: Page, bureau: string): Promise<void> {
  await page.goto('/public')
  await read(page, 'public')
  await page.getByRole('link', { name: bureau }).click()
  await page
    .locator('main')
    .getByRole('link', { name: /自评报告/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /自评报告/ }).waitFor()
}

async function openClosed(page: Page): Promise<void> {
  await openReport(page, lingling)
  await page
    .getByRole('link', { name: /^6962(件)?$/ })
    .first()
    .click()
  await page.getByText('第 1 页').waitFor()
}

/** Everybody who works for the bureau. */
async function namesOf(visit: Visit): Promise<string[]> {
  let names: string[] = []
  await visit({ as: '局领导' }, async (page) => {
    const people = (await (await page.request.get('/api/org/people')).json()) as { name: string }[]
    names = people.map(({ name }) => name)
  })
  return names
}

export function publicStories(visit: Visit): void {
  test.each([false, true])(
    'a citizen without scripts reads the report of 零陵区 down to the 6962 closed cases (phone: %s)',
    (phone) =>
      visit({ ...citizen, phone }, async (page) => {
        await openClosed(page)
        await read(page, 'public-figure')
        expect(await page.locator('.value').innerText()).toMatch(/^6962/)
        expect(await page.locator('caption').innerText()).toMatch(/共 6962 条，第 1 页，共 70 页/)
        expect(await rows(page).count()).toBe(100)
        const pages = page.getByRole('navigation', { name: '翻页' }).getByRole('link')
        expect(await pages.count()).toBe(70)
        await pages.last().click()
        await page.getByText('第 70 页').waitFor()
        expect(await rows(page).count()).toBe(62)
        expect(await rows(page).last().locator('td').first().innerText()).toBe('6962')
        await read(page, 'public-last-page')
      }),
  )

  test('the public list says which case, where by street and when, and nothing of what was said or who it was', async () => {
    const names = await namesOf(visit)
    expect(names.length).toBeGreaterThan(100)
    await visit(citizen, async (page) => {
      await openClosed(page)
      expect(await page.locator('thead th').allInnerTexts()).toEqual(heads)
      const list = await cells(page)
      expect(list.filter((row) => !rowShape.test(row))).toEqual([])
      expect(list.filter((row) => exact.test(row.replace(/4311022022\d{5}/, '')))).toEqual([])
      expect(names.filter((name) => list.some((row) => row.includes(name)))).toEqual([])
    })
  })

  test.each([false, true])(
    'the report of 杜集区 says 302.19, 224.05 and 74.14 %, and its score is explained (phone: %s)',
    (phone) =>
      visit({ ...citizen, phone }, async (page) => {
        await openReport(page, duji)
        await read(page, 'public-duji')
        const report = await page.locator('main').innerText()
        for (const figure of ['302.19', '224.05', '74.14%']) expect(report).toContain(figure)
        await page.getByRole('link', { name: '224.05' }).first().click()
        await page.locator('.value').waitFor()
        expect(await page.locator('.value').innerText()).toBe('224.05万元')
        await read(page, 'public-duji-figure')
      }),
  )

  test('on a phone a table that goes on beyond the edge says so, without a script, and one that fits does not', () =>
    visit({ ...citizen, phone: true }, async (page) => {
      await openReport(page, duji)
      const tables = await page.locator('.table').evaluateAll((all) =>
        all.map((table) => ({
          goesOn: table.scrollWidth > table.clientWidth,
          told: getComputedStyle(table, '::before').maxHeight !== '0px',
        })),
      )
      expect(tables.map(({ told }) => told)).toEqual(tables.map(({ goesOn }) => goesOn))
      expect(new Set(tables.map(({ goesOn }) => goesOn))).toEqual(new Set([true, false]))
    }))

  test.each([false, true])(
    'a citizen finds a report by its words and comes to the place in it, without a script (phone: %s)',
    (phone) =>
      visit({ ...citizen, phone }, async (page) => {
        await page.goto('/public')
        await page.getByLabel('查找报告').fill('垃圾分类 执行率')
        await page.getByRole('button', { name: '查找' }).click()
        await page.getByRole('link', { name: /杜集区.*自评报告/ }).waitFor()
        await read(page, 'public-search')
        await page.locator('.passage a').first().click()
        await page.getByRole('heading', { level: 1, name: /自评报告/ }).waitFor()
        const section = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
        expect(await section.innerText()).toMatch(/垃圾分类|执行率/)
        await page.locator('figure.picture svg').first().scrollIntoViewIfNeeded()
        await read(page, 'public-pictures')
      }),
  )

  test('the report of 零陵区 is marked as a demonstration on every page', () =>
    visit(citizen, async (page) => {
      await openReport(page, lingling)
      await read(page, 'public-report')
      expect(await page.locator('header').innerText()).toContain('演示数据，不是该单位公布的信息')
      await page
        .getByRole('link', { name: /^6962(件)?$/ })
        .first()
        .click()
      expect(await page.locator('header').innerText()).toContain('演示数据，不是该单位公布的信息')
    }))
}
