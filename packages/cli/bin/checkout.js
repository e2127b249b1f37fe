// Runs the command from the sources of a checkout. It is no part of the installed package.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Runs the command line and returns the exit code. Node before 24 hands over to the Node that the workspace installed. */
export async function run(args) {
  if (Number(process.versions.node.split('.')[0]) < 24) return handOver(args)
  const { useSources } = await import('./use-sources.ts')
  useSources()
  const command = await import('../src/main.ts')
  return command.run(args)
}

function handOver(args) {
  const newer = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url))
  if (!existsSync(newer)) {
    console.error('brightline: needs Node 24 or newer; run `npm ci` in the project first')
    return 2
  }
  const bin = fileURLToPath(new URL('brightline.js', import.meta.url))
  const child = spawn(newer, [bin, ...args], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both; other signals reach only this process and are handed on.
  process.on('SIGINT', () => {})
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`brightline: ${newer} cannot be run: ${error.message}`)
      resolve(2)
    })
    child.on('exit', (status, signal) => {
      resolve(status ?? 3)
      if (signal === null) return
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    })
  })
}
