import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { City } from './city.ts'
import { picture, watch } from './look.ts'

export const lingling = '零陵区城市管理和综合执法局'
export const duji = '杜集区城市管理局'
export const donghu = '东湖区城市综合管理协调领导小组办公室'

export interface Visitor {
  /** The words on the card of the demonstration; without it nobody has signed in. */
  as?: string
  bureau?: string
  phone?: boolean
  javaScript?: boolean
  /** What the browser will say in this story: of a refusal, of a broken line. */
  mayComplain?: RegExp
}
export type Story = (page: Page) => Promise<void>
/** Lets somebody use the city for a while. What the browser complains of fails the story. */
export type Visit = (visitor: Visitor, story: Story) => Promise<void>

const desk = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Answers that are none of the page's faults: nobody has signed in yet. */
const expected = (said: ConsoleMessage) =>
  [['/api/session', '401']].some(([url, status]) => said.location().url.endsWith(url!) && said.text().includes(status!))

/** The browser's complaints. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (said) => {
    if (said.type() === 'error' && !expected(said)) complaints.push(`${said.text()} ${said.location().url}`)
  })
  return complaints
}

/** Chooses the bureau and clicks the card of a role, as everybody does who tries it. */
export async function enter(page: Page, role: string, bureau: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('单位').selectOption({ label: `${bureau}（演示）` })
  const cards = page.getByRole('region', { name: '演示账号' }).getByRole('button')
  await cards.filter({ has: page.getByText(role, { exact: true }) }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** The accounts behind the cards. */
export async function demoAccounts(page: Page): Promise<{ tenant: string; account: string; label: string }[]> {
  return (await page.request.get('/api/demo/accounts')).json()
}

/** Each role signs in once by its card; later visits bring the cookie, since sign-ins are limited. */
export function visitsTo(city: () => City): Visit {
  const kept = new Map<string, Cookies>()
  const signIn = async (page: Page, role: string, bureau: string) => {
    const known = kept.get(`${bureau} ${role}`)
    if (known) return page.context().addCookies(known)
    await enter(page, role, bureau)
    kept.set(`${bureau} ${role}`, await page.context().cookies())
  }
  return async ({ as, bureau = lingling, phone: onPhone, javaScript = true, mayComplain }, story) => {
    const context = await city().browser.newContext({
      ...(onPhone ? phone : desk),
      javaScriptEnabled: javaScript,
      baseURL: city().url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const complaints = complaintsOf(page)
    watch(page)
    try {
      if (as) await signIn(page, as, bureau)
      await story(page)
      expect(complaints.filter((complaint) => !mayComplain?.test(complaint))).toEqual([])
    } catch (error) {
      await picture(page, `failed-${expect.getState().currentTestName?.slice(0, 80)}`)
      throw error
    } finally {
      await context.close()
    }
  }
}
