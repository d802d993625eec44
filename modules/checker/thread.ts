import { parentPort } from 'node:worker_threads'
import { checkReading } from './check/index.ts'
import type { Answer, Task } from './desk.ts'
import { readBytes } from './read/document.ts'
import { Unreadable } from './read/reading.ts'

/** The thread strangers' documents are read in: whatever they do to it, it can be ended. */
parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage('begun')
  parentPort?.postMessage(await answered(task))
})

async function answered({ name, bytes, check }: Task): Promise<Answer> {
  try {
    const reading = await readBytes(name, bytes)
    return { reading, ...(check ? { report: checkReading(reading) } : {}) }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: { code: error.code, sentence: error.message } }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
