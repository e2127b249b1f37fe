/** How fast a batch is decided: `node bench/batch.ts [--lines 20000] [--json]`. */
import { useSources } from '../packages/cli/bin/use-sources.ts'

useSources()
await import('./run/batch.ts')
