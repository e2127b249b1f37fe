#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

module.enableCompileCache?.()
// A reader such as `head` may close the pipe early: that is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
// A checkout runs its sources; an installed package has no file of that name.
const checkout = new URL('checkout.js', import.meta.url)
const { run } = await import(existsSync(checkout) ? checkout.href : '../dist/main.js')
process.exitCode = await run(process.argv.slice(2))
