import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { CheckReport } from './domain.ts'
import { limits } from './read/limits.ts'
import { type Reading, Unreadable, type UnreadableCode } from './read/reading.ts'
import { empty, tooLarge } from './read/refused.ts'

export interface Task {
  name: string
  bytes: Uint8Array
  check: boolean
}
export interface Answer {
  reading?: Reading
  report?: CheckReport
  unreadable?: { code: UnreadableCode; sentence: string }
  failure?: string
}
export interface Checked {
  reading: Reading
  report: CheckReport
}

interface Options {
  threads?: number
  /** For one document; longer, and the thread is ended. */
  ms?: number
  memoryMb?: number
}

interface Waiting {
  task: Task
  done(answer: Answer): void
  fail(error: Error): void
}

const IDLE_MS = 20_000

/** Threads that read and check documents, each one at a time; a thread that hangs or eats too much is ended. */
export class Desk {
  private readonly waiting: Waiting[] = []
  private readonly idle: Thread[] = []
  private busy = 0
  private readonly options: Required<Options>

  constructor({ threads = 1, ms = limits.ms, memoryMb = limits.memoryMb }: Options = {}) {
    this.options = { threads, ms, memoryMb }
  }

  /** @throws Unreadable with a sentence for whoever handed the document in */
  async read(name: string, bytes: Uint8Array): Promise<Reading> {
    return (await this.ask({ name, bytes, check: false })).reading as Reading
  }

  /** @throws Unreadable with a sentence for whoever handed the document in */
  async check(name: string, bytes: Uint8Array): Promise<Checked> {
    return (await this.ask({ name, bytes, check: true })) as Checked
  }

  private async ask(task: Task): Promise<Answer> {
    if (task.bytes.byteLength === 0) throw empty()
    if (task.bytes.byteLength > limits.bytes) throw tooLarge()
    const answer = await new Promise<Answer>((done, fail) => {
      this.waiting.push({ task, done, fail })
      this.next()
    })
    if (answer.unreadable) throw new Unreadable(answer.unreadable.code, answer.unreadable.sentence)
    if (answer.failure !== undefined) throw new Error(answer.failure)
    return answer
  }

  private next() {
    const { threads, ms, memoryMb } = this.options
    if (this.busy >= threads) return
    const job = this.waiting.shift()
    if (!job) return
    this.busy++
    const thread = this.rested() ?? new Thread(memoryMb)
    thread.work(job.task, ms).then(
      (answer) => {
        this.rest(thread)
        job.done(answer)
      },
      (error) => {
        this.busy--
        this.next()
        job.fail(error)
      },
    )
  }

  /** One that waits for work; one that failed while it waited is no more. */
  private rested(): Thread | undefined {
    let thread = this.idle.pop()
    while (thread?.isOver) thread = this.idle.pop()
    return thread
  }

  private rest(thread: Thread) {
    this.busy--
    this.idle.push(thread)
    thread.endsWhenIdle(IDLE_MS, () => {
      const at = this.idle.indexOf(thread)
      if (at >= 0) this.idle.splice(at, 1)
    })
    this.next()
  }

  async close() {
    await Promise.all(this.idle.splice(0).map((thread) => thread.end()))
  }
}

class Thread {
  private readonly worker: Worker
  private timer: NodeJS.Timeout | undefined
  private current: Pick<Waiting, 'done' | 'fail'> | undefined
  /** Until it has begun to work, what fails is ours and not the document's. */
  private begun = false
  isOver = false

  constructor(memoryMb: number) {
    this.worker = start(memoryMb)
    this.worker.unref()
    this.worker.on('message', (said: Answer | 'begun') => {
      this.begun = true
      if (said !== 'begun') this.answered(said)
    })
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.broken(tooHeavy())
      else this.broken(this.begun ? crashed() : error)
    })
    this.worker.on('exit', () => this.broken(crashed()))
  }

  /** The answer; or an error, and then the thread is no more. */
  work(task: Task, ms: number): Promise<Answer> {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.broken(tooSlow(ms)), ms)
    this.worker.ref()
    return new Promise<Answer>((done, fail) => {
      this.current = { done, fail }
      this.worker.postMessage(task)
    })
  }

  private answered(answer: Answer) {
    clearTimeout(this.timer)
    this.worker.unref()
    this.current?.done(answer)
    this.current = undefined
  }

  private broken(error: Error) {
    clearTimeout(this.timer)
    this.current?.fail(error)
    this.current = undefined
    this.isOver = true
    void this.worker.terminate()
  }

  endsWhenIdle(ms: number, before: () => void) {
    this.timer = setTimeout(() => {
      before()
      void this.end()
    }, ms)
    this.timer.unref()
  }

  async end() {
    clearTimeout(this.timer)
    await this.worker.terminate()
  }
}

const tooSlow = (ms: number) =>
  new Unreadable('too-slow', `用了 ${Math.round(ms / 1000)} 秒还没有读完，已停下；请换一种格式，或拆成几个文件。`)
const tooHeavy = () => new Unreadable('too-large', '读它要用的内存太多，已停下；请换一种格式，或拆成几个文件。')
const crashed = () => new Unreadable('damaged', '文件的内容使读取中断，多半已损坏；请重新保存后再试。')

/** Built, the thread is a file beside the program; from the sources its TypeScript is run as it is. */
function start(memoryMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }
  const built = new URL('./checker-thread.js', import.meta.url)
  if (existsSync(built)) return new Worker(built, { resourceLimits })
  const thread = JSON.stringify(new URL('./thread.ts', import.meta.url).href)
  const source = `import('tsx/esm/api').then(({ register }) => { register(); return import(${thread}) })`
  return new Worker(source, { eval: true, resourceLimits })
}

let shared: Desk | undefined
const desk = () => {
  shared ??= new Desk({ threads: 2 })
  return shared
}

/**
 * Reads a document of whatever format, in a thread of its own, within limits of time and memory.
 * @throws Unreadable with a sentence for whoever handed it in
 */
export const readDocument = (name: string, bytes: Uint8Array): Promise<Reading> => desk().read(name, bytes)

/** Reads a document and checks it, in a thread of its own. @throws Unreadable */
export const examineDocument = (name: string, bytes: Uint8Array): Promise<Checked> => desk().check(name, bytes)
