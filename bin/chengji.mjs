#!/usr/bin/env node
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureInstalled, root, Stop } from './prepare.mjs'

try {
  checkNode()
  await ensureInstalled()
  const { ensureBuilt } = await import('./build.mjs')
  // Only the server shows the console.
  await ensureBuilt({ console: ['start', 'web'].includes(process.argv[2]) })
  process.setSourceMapsEnabled(true)
  // In this very process, so that signals reach the server.
  await import(pathToFileURL(join(root, 'dist', 'server', 'cli.js')).href)
} catch (error) {
  // A refusal of the program says in a sentence what is so and what is possible; anything else is our fault: its stack.
  if (!(error instanceof Stop || error.name === 'Refusal')) throw error
  console.error(error.message)
  process.exit(1)
}
