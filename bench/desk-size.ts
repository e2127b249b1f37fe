/**
 * How much room a desk takes: the database, by what is in it, and a backup with its time, for each 1,000 cases.
 *
 *     node bench/desk-size.ts
 */
import { useSources } from '../packages/cli/bin/use-sources.ts'

useSources()
await import('./run/desk-size.ts')
