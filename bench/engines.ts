/** Our evaluators beside other engines: `node bench/engines.ts [--rows 1000000] [--no-write]`. */
import { spawnSync } from 'node:child_process'

// Worker threads have the flags of the process. cedar-wasm in a hot loop has crashed V8 without the second one.
const flags = ['--conditions=brightline-source', '--no-turbo-inline-js-wasm-calls']
if (flags.every((flag) => process.execArgv.includes(flag))) await import('./run/engines.ts')
else {
  const words = [...flags, import.meta.filename, ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 3
}
