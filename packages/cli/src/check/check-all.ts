/** Checks many instruments on every core: a part of them here, the others in workers. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { checkInstruments, placesAbove, type CheckReport } from '@brightline/engine'
import type { Instrument, Library } from '@brightline/language'

/** What a worker checks. */
export interface Part {
  readonly library: Library
  readonly ids: readonly string[]
}

const isSource = import.meta.url.endsWith('.ts')

/** The program of a worker: a file beside this one, which is built or a source as this one is. */
const program = new URL(isSource ? './worker.ts' : './worker.js', import.meta.url)

/** In a checkout a worker takes the packages from their sources too. */
const execArgv = isSource ? ['--conditions=brightline-source'] : []

/** Fewer instruments are checked sooner than a worker starts. */
const fewest = 60

/** A worker begins as much later as so many examples take. */
const startOfWorker = 200

/** At most so many parts: each holds the whole law in memory. */
const mostParts = 4

/** Checks the contradictions, examples and promises of some instruments of a library, on so many cores. */
export async function checkAll(
  library: Library,
  instruments: readonly Instrument[],
  cores: number = instruments.length < fewest ? 1 : Math.min(availableParallelism(), mostParts),
): Promise<CheckReport> {
  const [here = [], ...others] = partsOf(instruments, cores)
  const away = Promise.all(others.map((part) => checkAway(toSend(library, part))))
  // A failure is thrown where the result is awaited.
  away.catch(() => undefined)
  const report = checkInstruments(library, here)
  return joined([report, ...(await away)], instruments)
}

/** Shares instruments out, those of one place together: they stand under the same law, which is compiled once. */
function partsOf(instruments: readonly Instrument[], count: number): readonly (readonly Instrument[])[] {
  const parts = Array.from({ length: count }, (_, index) => {
    return { weight: index === 0 ? 0 : startOfWorker, instruments: Array.of<Instrument>() }
  })
  const places = [...Map.groupBy(instruments, ({ place }) => place).values()]
  for (const place of places.toSorted((a, b) => weightOf(b) - weightOf(a))) {
    const lightest = parts.reduce((a, b) => (b.weight < a.weight ? b : a))
    lightest.weight += weightOf(place)
    lightest.instruments.push(...place)
  }
  return parts.map((part) => part.instruments)
}

function weightOf(instruments: readonly Instrument[]): number {
  return instruments.reduce((sum, { examples, promises }) => sum + examples.length + promises.length, 0)
}

/** Makes what a worker gets: its instruments, and the provisions of those that its checks look at. */
function toSend(library: Library, part: readonly Instrument[]): Part {
  const own = new Set(part)
  const places = new Set(part.flatMap(({ place }) => placesAbove(place)))
  const named = new Set(
    part.flatMap(({ promises }) =>
      promises.flatMap(({ claim }) => (claim.kind === 'keeps-floor' ? [claim.instrument] : [])),
    ),
  )
  const instruments = library.instruments
    .filter(({ id, place }) => places.has(place) || named.has(id))
    .map((one) => (own.has(one) ? one : { ...one, examples: [], promises: [] }))
  return { library: { ...library, instruments }, ids: part.map(({ id }) => id) }
}

function checkAway(part: Part): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: part, execArgv })
    worker.on('message', resolve)
    worker.on('error', reject)
    // An end before the result, whatever ended it; afterwards this changes nothing.
    worker.on('exit', (code) => reject(new Error(`a checking worker ended with ${code} before its result`)))
  })
}

/** Joins the reports of parts, in the order of the instruments. */
function joined(reports: readonly CheckReport[], instruments: readonly Instrument[]): CheckReport {
  const order = new Map(instruments.map(({ file }, index) => [file, index]))
  const placeOf = (file: string): number => order.get(file) ?? instruments.length
  const total = (name: keyof CheckReport['counts']): number =>
    reports.reduce((sum, { counts }) => sum + counts[name], 0)
  return {
    problems: reports
      .flatMap(({ problems }) => problems)
      .toSorted((a, b) => placeOf(a.where.file) - placeOf(b.where.file)),
    counts: {
      instruments: total('instruments'),
      rules: total('rules'),
      duties: total('duties'),
      examples: total('examples'),
      promises: total('promises'),
    },
  }
}
