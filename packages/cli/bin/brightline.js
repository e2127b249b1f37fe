#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

/** The first Node that has all that the program uses; `engines` says the same. */
const oldest = [22, 15]

// Workers and children take what was compiled before from the same folder.
const { directory } = module.enableCompileCache?.() ?? {}
if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= directory
// A reader such as `head` may close the pipe early: that is no failure. A disk that is full is one, and no finding.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0)
  console.error(`brightline: the output could not be written: ${error.message}`)
  process.exit(3)
})
// Where nobody can be told, the exit code still says it.
process.stderr.on('error', () => undefined)
// A checkout runs its sources; an installed package has no file of that name.
const checkout = new URL('checkout.js', import.meta.url)
const [major, minor] = process.versions.node.split('.').map(Number)
if (existsSync(checkout)) await runFrom(checkout.href)
else if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) await runFrom('../dist/main.js')
else {
  console.error(`brightline: needs Node ${oldest.join('.')} or newer, and this is ${process.version}`)
  process.exitCode = 2
}

async function runFrom(program) {
  const { run } = await import(program)
  process.exitCode = await run(process.argv.slice(2))
}
