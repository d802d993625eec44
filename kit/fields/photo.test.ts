import { expect, test, vi } from 'vitest'
import { sendPending } from './photo.ts'

const kept = new Map<string, Blob>()
vi.mock('../photo-store.ts', () => ({
  findPhoto: async (id: string) => kept.get(id),
  dropPhoto: async (id: string) => kept.delete(id),
}))

test('photos and signatures that are only here are sent with the form, everything else stays as it is', async () => {
  kept.set('p1', new Blob(['x'], { type: 'image/jpeg' }))
  kept.set('s1', new Blob(['y'], { type: 'image/png' }))
  const upload = vi.fn(async (_: Blob, name: string) => `hash of ${name}`)
  const filled = {
    words: '已清运',
    place: { lng: 111, lat: 26 },
    photos: [{ hash: 'h0' }, { pending: 'p1', takenAt: '2022-03-01T00:00:00.000Z' }],
    owner: { pending: 's1', signedAt: '2022-03-01T00:00:00.000Z', name: '王桂英' },
    witness: { hash: 'h1', signedAt: '2022-03-01T00:00:00.000Z' },
    none: null,
  }
  expect(await sendPending(filled, upload)).toEqual({
    ...filled,
    photos: [{ hash: 'h0' }, { hash: 'hash of p1.jpg', takenAt: '2022-03-01T00:00:00.000Z' }],
    owner: { hash: 'hash of s1.png', signedAt: '2022-03-01T00:00:00.000Z', name: '王桂英' },
  })
  expect(kept.size).toBe(0)
})

test('a paper that waits is sent under the name its sender gave it', async () => {
  kept.set('f1', new Blob(['%PDF-1.7'], { type: 'application/pdf' }))
  const upload = vi.fn(async (_: Blob, name: string) => `hash of ${name}`)
  expect(await sendPending({ files: [{ pending: 'f1', fileName: '通报.pdf' }] }, upload)).toEqual({
    files: [{ hash: 'hash of 通报.pdf', fileName: '通报.pdf' }],
  })
})

test('a picture that is no longer here is told, and nothing is sent in its place', async () => {
  const upload = vi.fn(async () => 'hash')
  await expect(sendPending({ owner: { pending: 'gone', signedAt: '' } }, upload)).rejects.toThrow('重新签')
  expect(upload).not.toHaveBeenCalled()
})
