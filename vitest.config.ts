import { defineConfig } from 'vitest/config'
import { CiLine } from './tests/ci-line-reporter.ts'

export default defineConfig({
  test: {
    include: ['{platform,modules,server,catalog,kit,console,site,tests}/**/*.test.{ts,tsx}'],
    globalSetup: ['./tests/global-setup.ts'],
    reporters: ['default', new CiLine()],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
