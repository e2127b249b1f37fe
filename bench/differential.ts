/** Three evaluators on a seeded million of requests: `node bench/differential.ts --cases 1000000 --seed 1`. */
import { useSources } from '../packages/cli/bin/use-sources.ts'

useSources()
await import('./run/differential.ts')
