/** Every act as a statement for Spark SQL: `node bench/engines/spark-cases.ts [--cases 20000]`. */
import { useSources } from '../../packages/cli/bin/use-sources.ts'

useSources()
await import('../run/spark-cases.ts')
