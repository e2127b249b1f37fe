#!/usr/bin/env node
// Node before 24 cannot run TypeScript sources: hand over to the Node that the workspace installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major] = process.versions.node.split('.').map(Number)
if (major >= 24) {
  module.enableCompileCache?.()
  // A reader such as `head` may close the pipe early: that is no failure.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const { run } = await import('../src/main.ts')
  process.exitCode = await run(process.argv.slice(2))
} else {
  const newer = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url))
  if (!existsSync(newer)) {
    console.error('brightline: needs Node 24 or newer; run `npm ci` in the project first')
    process.exit(2)
  }
  const child = spawn(newer, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both; other signals reach only this process and are handed on.
  process.on('SIGINT', () => {})
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  child.on('exit', (status, signal) => {
    process.exitCode = status ?? 3
    if (signal === null) return
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
