/** How fast decisions are: `node bench/decision.ts [--rows 1000000] [--runs 9] [--json]`. */
import { useSources } from '../packages/cli/bin/use-sources.ts'

useSources()
await import('./run/decision.ts')
