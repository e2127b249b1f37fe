/** Evaluators and databases on a seeded million rows: `node bench/engines/differential-sql.ts [--cases 1000000] [--seed 1]`. */
import { useSources } from '../../packages/cli/bin/use-sources.ts'

useSources()
await import('../run/differential-sql.ts')
