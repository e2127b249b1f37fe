/** The encodings of an act as SQL, side by side: `node bench/engines/encodings.ts [--rows 200000] [--only transfer]`. */
import { useSources } from '../../packages/cli/bin/use-sources.ts'

useSources()
await import('../run/encodings.ts')
