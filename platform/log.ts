/** What the log is written with: one JSON line an event, for `fastify({ logger: logOptions(level) })`. Names, phone
 *  numbers and passwords travel in bodies and cookies, so these are never logged. */
export const logOptions = (level: string) => ({
  level,
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: (label: string) => ({ level: label }) },
  redact: {
    paths: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
    censor: '（略）',
  },
})
