import { startEmbedded } from '../../platform/embedded.ts'

// A user of the built-in database in a process of its own, for embedded.test.ts: says its address, stops on SIGTERM.
const server = await startEmbedded(process.argv[2]!, ['-c', 'fsync=off', '-c', 'shared_buffers=32MB'])
process.stdout.write(`${server.url}\n`)
const stay = setInterval(() => {}, 1000)
process.once('SIGTERM', async () => {
  await server.stop()
  clearInterval(stay)
})
