import { join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { projectRoot } from '../../platform/config.ts'

export const pictures = join(projectRoot, 'test-results', 'screens')

/** Keeps what is on the screen for people to look at: `figure-1440.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  const file = name.replace(/[^\p{L}\p{N}-]+/gu, '-')
  await page.screenshot({ path: join(pictures, `${file}-${page.viewportSize()?.width}.png`) })
}

const underWay = new WeakMap<Page, Set<Request>>()

/** Keeps what a page has asked for and not got yet. */
export function watch(page: Page): void {
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
}

/** Nothing is still being read, every map stands still, every photo in sight is there. */
async function settled(page: Page): Promise<void> {
  // What has come may ask for more in its turn: quiet is when nothing was asked for several looks on end.
  let quiet = 0
  await expect
    .poll(() => (quiet = underWay.get(page)?.size ? 0 : quiet + 1), { timeout: 20_000, interval: 40 })
    .toBeGreaterThan(3)
  await page.waitForFunction(() => {
    const maps = [...document.querySelectorAll('.map-view')]
    const inSight = (image: HTMLImageElement) => image.getBoundingClientRect().top < window.innerHeight
    return (
      document.querySelector('h1') !== null &&
      !document.querySelector('.waiting') &&
      ![...document.querySelectorAll('.figure-value')].some(({ textContent }) => textContent === '…') &&
      maps.every((map) => map.querySelector('[data-map="idle"]')) &&
      [...document.images].filter(inSight).every(({ complete }) => complete)
    )
  })
}

// What is right to be no Chinese: an account in the log, a channel, file kinds, the slug in the number of a publication.
const known = /账号“[a-z]+”|\b(?:APP|PDF|Word|Excel|xlsx|csv|docx|pdf|zpbg|[0-9a-f]{8}|[0-9a-f]{64})\b/g
const odd = /\bundefined\b|\bNaN\b|\bnull\b|\[object|[\w-]+\.[a-z][\w-]*|[A-Za-z]{2,}/g

/** Everything a person may read or be read to that is no Chinese: keys, codes, English, what a program says by mistake. */
export async function oddWords(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const told = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      // The names antd gives its own little pictures cannot be changed; what stands around them says it in Chinese.
      [...document.querySelectorAll(`[${name}]:not(.anticon, .ant-select-clear)`)].map((one) => one.getAttribute(name)),
    )
    return [document.title, document.body.innerText, ...told].join('\n')
  })
  return [...new Set(said.replace(known, '').match(odd) ?? [])]
}

/** The fields and buttons of a dialog that reach over its edge. */
const sticksOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.ant-modal :is(input, textarea, button, .ant-select)')]
      .filter((one) => one.getBoundingClientRect().right > one.closest('.ant-modal')!.getBoundingClientRect().right)
      .map((one) => one.closest('.form-field')?.textContent ?? one.textContent),
  )

const broken = /没有读到|这一页没有打开|没有这个页面|页面出了意外|服务器暂时没有答复|网络不通/

/** What every page owes its reader: it says what it is, reads as Chinese but for what is `fine`, fits the width. Keeps a
 *  picture. */
export async function read(page: Page, name: string, fine: readonly string[] = []): Promise<void> {
  await picture(page, name)
  expect((await page.locator('h1').first().innerText()).trim(), name).not.toBe('')
  expect((await page.locator('body').innerText()).match(broken), name).toBeNull()
  expect(
    (await oddWords(page)).filter((word) => !fine.includes(word)),
    name,
  ).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${name} scrolls sideways`).toBeLessThanOrEqual(page.viewportSize()!.width)
  expect(await sticksOut(page), `${name} has fields that stick out of its dialog`).toEqual([])
}

/** Waits until a screen of the console has come, then looks at it as a person does. */
export async function look(page: Page, name: string, fine: readonly string[] = []): Promise<void> {
  await settled(page)
  await read(page, name, fine)
}
