/**
 * How much the desk takes: decisions a second, and how long pages take beside 100,000 cases.
 *
 *     node bench/desk-load.ts [--cases 100000] [--seconds 15] [--only decisions,http,answer,pages]
 */
import { useSources } from '../packages/cli/bin/use-sources.ts'

useSources()
await import('./run/desk-load.ts')
