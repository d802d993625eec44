import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoPassword } from '../../../modules/org/index.ts'
import { look } from '../look.ts'
import { demoAccounts, duji, enter, lingling, type Visit } from '../visit.ts'

/** Where the keyboard is: its words, and whether anything is drawn there that is not drawn without it. */
const focused = (page: Page) =>
  page.evaluate(async () => {
    const here = document.activeElement as HTMLElement
    const around: Element[] = [here]
    while (around.length < 5 && around[0]!.parentElement) around.unshift(around[0]!.parentElement)
    const drawn = () =>
      around.map((element) => {
        const { outlineStyle, boxShadow, borderColor, clip } = getComputedStyle(element)
        return [outlineStyle, boxShadow, borderColor, clip].join()
      })
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await painted()
    const withFocus = drawn()
    here.blur()
    await painted()
    const without = drawn()
    here.focus()
    const label = here.id && document.querySelector(`label[for="${here.id}"]`)?.textContent
    return {
      words: here.getAttribute('aria-label') ?? (label || here.innerText.trim()),
      seen: withFocus.join() !== without.join(),
    }
  })

/** Goes on with the Tab key until something is reached; every stop on the way must be seen. */
async function tabTo(page: Page, words: RegExp, most = 40): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    expect(here.seen, `the focus is seen on “${here.words}”`).toBe(true)
    if (words.test(here.words)) return
    passed.push(here.words)
  }
  throw new Error(`no Tab leads to ${words}; passed: ${passed.join(' | ')}`)
}

async function accountOf(page: Page, role: string): Promise<string> {
  const accounts = await demoAccounts(page)
  return accounts.find(({ label, tenant }) => label === role && tenant === '431102')!.account
}

export function entranceStories(visit: Visit): void {
  test.each([true, false])('the receiver of 零陵区 comes in by the card of the demonstration (phone: %s)', (phone) =>
    visit({ phone }, async (page) => {
      await page.goto('/')
      await page.getByRole('region', { name: '演示账号' }).waitFor()
      await look(page, 'sign-in')
      await enter(page, '受理员', lingling)
      await page.getByRole('heading', { name: phone ? '待办' : '工作台' }).waitFor()
      expect(await page.locator('header').first().innerText()).toContain('演示')
    }),
  )

  test('a wrong password is told in a sentence, and what was typed stays', () =>
    visit({}, async (page) => {
      await page.goto('/')
      await page.getByLabel('单位').selectOption({ label: `${duji}（演示）` })
      await page.getByLabel('账号', { exact: true }).fill('performance')
      await page.getByLabel('密码').fill('not-this')
      const answered = page.waitForEvent('console', (said) => said.text().includes('401'))
      await page.getByRole('button', { name: '登录' }).click()
      await answered
      expect(await page.getByRole('alert').innerText()).toMatch(/账号或密码.*。/)
      expect(await page.getByLabel('账号', { exact: true }).inputValue()).toBe('performance')
    }))

  test('whoever opens a page without having signed in is asked to, and led there afterwards', () =>
    visit({}, async (page) => {
      await page.goto('/figures/case.closing-rate?year=2022')
      await page.getByRole('region', { name: '演示账号' }).waitFor()
      await page.getByLabel('单位').selectOption({ label: `${lingling}（演示）` })
      await page.getByRole('button', { name: /^受理员/ }).click()
      await page.getByRole('heading', { name: '结案率' }).waitFor()
    }))

  test('without a mouse one signs in, opens a case from the list and the form of its next step', () =>
    visit({}, async (page) => {
      const account = await accountOf(page, '受理员')
      await page.goto('/')
      await page.getByRole('region', { name: '演示账号' }).waitFor()
      await tabTo(page, /单位/)
      await page.keyboard.press('End')
      await page.getByRole('button', { name: /受理员/ }).waitFor()
      await tabTo(page, /账号/)
      await page.keyboard.type(account)
      await tabTo(page, /密码/)
      await page.keyboard.type(demoPassword)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '工作台' }).waitFor()
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await tabTo(page, /跳到内容/)
      await tabTo(page, /^案件$/)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '案件' }).waitFor()
      await page.getByText('7,012').waitFor()
      await page.goto('/ledgers/case?year=2022&state=received,returned,checked')
      await page.getByRole('table', { name: '案件' }).waitFor()
      await tabTo(page, /^431102/)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: '案件' }).getByText('在办：').waitFor()
      await tabTo(page, /^(立案|结案|更正后重新批转)$/)
      await page.keyboard.press('Enter')
      const form = page.locator('.ant-modal .move-form')
      await form.locator(':focus').waitFor()
      await look(page, 'case-by-keyboard')
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'detached' })
    }))
}
