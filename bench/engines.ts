/** Our evaluators beside other engines: `node bench/engines.ts [--rows 1000000] [--no-write]`. */
import { setFlagsFromString } from 'node:v8'
import { useSources } from '../packages/cli/bin/use-sources.ts'

// cedar-wasm in a hot loop has crashed V8 without it.
setFlagsFromString('--no-turbo-inline-js-wasm-calls')
useSources()
await import('./run/engines.ts')
