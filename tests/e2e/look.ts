import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { projectRoot } from '../../platform/config.ts'

export const pictures = join(projectRoot, 'test-results', 'screens')

/** Keeps what is on the screen for people to look at: `figure-1440.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  const file = name.replace(/[^\p{L}\p{N}-]+/gu, '-')
  await page.screenshot({ path: join(pictures, `${file}-${page.viewportSize()?.width}.png`) })
}

/** Nothing is still being read, every map stands still, every photo in sight is there. */
async function settled(page: Page): Promise<void> {
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
const known = /账号“[a-z]+”|\b(?:APP|xlsx|csv|docx|pdf|zpbg|[0-9a-f]{8}|[0-9a-f]{64})\b/g
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

const broken = /没有读到|这一页没有打开|没有这个页面|页面出了意外|服务器暂时没有答复|网络不通/

/** What every page owes its reader: it says what it is, reads as Chinese, fits the width. Keeps a picture. */
export async function read(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect((await page.locator('h1').first().innerText()).trim(), name).not.toBe('')
  expect((await page.locator('body').innerText()).match(broken), name).toBeNull()
  expect(await oddWords(page), name).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${name} scrolls sideways`).toBeLessThanOrEqual(page.viewportSize()!.width)
}

/** Waits until a screen of the console has come, then looks at it as a person does. */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page)
  await read(page, name)
}
