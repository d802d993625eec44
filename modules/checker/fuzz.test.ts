import { expect, test } from 'vitest'
import { Desk } from './desk.ts'
import { damaged } from './fixtures/damage.ts'
import { faultyFiles } from './fixtures/formats.ts'
import { Unreadable } from './read/reading.ts'

test('a damaged file is read as far as it goes or refused with a sentence; it never ends the thread', async () => {
  const sound = await faultyFiles()
  const desk = new Desk({ ms: 15_000 })
  for (let number = 0; number < 160; number++) {
    const { name, bytes } = damaged(sound, number)
    try {
      expect((await desk.check(name, bytes)).report.document.name).toBe(name)
    } catch (error) {
      expect(error, name).toBeInstanceOf(Unreadable)
      expect((error as Unreadable).code, name).not.toBe('too-slow')
      expect((error as Unreadable).message, name).toMatch(/[\u4e00-\u9fff].*。$/)
    }
  }
  await desk.close()
})
