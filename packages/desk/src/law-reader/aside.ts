/**
 * What takes seconds to find of the law is found aside, on a thread of its own: whoever stands at a counter does not wait
 * for somebody who reads.
 */
import { Worker } from 'node:worker_threads'
import { placesAbove, type Situations } from '@brightline/engine'
import type { ExpectedCase, Library } from '@brightline/language'
import type { CasesDocument } from '@brightline/wording'
import type { CompareDocument } from '@brightline/wording/analysis'
import type { ReadLaw } from '../case/law-in-use.ts'

/** The answers of a place to the standard situations, beside those that somebody read in its text. */
interface CasesAsked {
  readonly kind: 'cases'
  readonly place: string
  readonly situations: Situations
  readonly expected: readonly ExpectedCase[]
}

/** What is compared: the law of a place on two days, for one kind of agency or for all. */
export interface Between {
  readonly place: string
  readonly since: string
  readonly asOf: string
  readonly agency: string | null
}

/** What the law of a place changed. */
export interface ComparisonAsked extends Between {
  readonly kind: 'comparison'
  readonly situations: Situations | null
}

/** What the thread is given: something that is asked, and the law that binds its place. */
export interface Task {
  readonly asked: CasesAsked | ComparisonAsked
  readonly library: Library
}

/** Finds the answers of a place to the standard situations; null where the law has none. */
export async function findCases(law: ReadLaw, place: string): Promise<CasesDocument | null> {
  const standard = law.standardCases()
  if (standard === null) return null
  const { situations, byPlace } = standard
  const asked: CasesAsked = { kind: 'cases', place, situations, expected: byPlace.get(place) ?? [] }
  return await casesOnce(law, place, async () => await findAside(law, asked))
}

/** Finds what the law of a place changed. */
export async function findComparison(law: ReadLaw, between: Between): Promise<CompareDocument> {
  const situations = law.standardCases()?.situations ?? null
  const { place, since, asOf, agency } = between
  const key = [place, since, asOf, agency].join(' ')
  return await comparisonsOnce(
    law,
    key,
    async () => await findAside(law, { kind: 'comparison', ...between, situations }),
  )
}

const casesOnce = once<CasesDocument>()
const comparisonsOnce = once<CompareDocument>()

/** So much that was found is kept, each for as long as the law is in use. */
const mostKept = 30

/** Finds something once for whoever asks the same of one reading of the law. */
function once<Found>(): (law: ReadLaw, key: string, find: () => Promise<Found>) => Promise<Found> {
  const kept = new WeakMap<ReadLaw, Map<string, Promise<Found>>>()
  return async (law, key, find) => {
    const known = kept.get(law) ?? new Map<string, Promise<Found>>()
    kept.set(law, known)
    const earlier = known.get(key)
    if (earlier !== undefined) return await earlier
    const [oldest] = known.keys()
    if (known.size >= mostKept && oldest !== undefined) known.delete(oldest)
    const found = inTurn(find)
    known.set(key, found)
    // What failed is tried again by whoever asks next.
    found.catch(() => known.delete(key))
    return await found
  }
}

/** Whatever takes longer is given up. */
const longestMs = 120_000

/** A thread that has nothing to do for so long ends. */
const idleMs = 60_000

const isSource = import.meta.filename.endsWith('.ts')

/** The program of the thread: a file beside this one, which is built or a source as this one is. */
const program = new URL(isSource ? './aside-thread.ts' : './aside-thread.js', import.meta.url)

/** In a checkout the thread takes the packages from their sources too. */
const execArgv = isSource ? ['--conditions=brightline-source'] : []

/** One thing is found at a time: the other core is for those who wait for an answer. */
let before: Promise<unknown> = Promise.resolve()

async function inTurn<Found>(find: () => Promise<Found>): Promise<Found> {
  const found = before.then(find)
  before = found.catch(() => undefined)
  return await found
}

/** The thread, where one runs. */
let thread: Worker | null = null

/** Ends the thread where nothing more is asked of it. */
let idle: NodeJS.Timeout | undefined

/** Rejects where the thread fails or takes too long; what is asked next gets another. */
async function findAside<Found>({ library }: ReadLaw, asked: CasesAsked | ComparisonAsked): Promise<Found> {
  clearTimeout(idle)
  thread ??= startThread()
  const worker = thread
  const tooLong = setTimeout(() => void worker.terminate(), longestMs).unref()
  try {
    const found = await answerOf<Found>(worker, { asked, library: lawOn(library, asked.place) })
    idle = setTimeout(() => endThread(worker), idleMs).unref()
    return found
  } catch (error) {
    endThread(worker)
    throw error
  } finally {
    clearTimeout(tooLong)
  }
}

/** Starts a thread. The process may end before it. */
function startThread(): Worker {
  const worker = new Worker(program, { execArgv })
  worker.unref()
  return worker
}

function endThread(worker: Worker): void {
  thread = null
  void worker.terminate()
}

async function answerOf<Found>(worker: Worker, task: Task): Promise<Found> {
  return await new Promise<Found>((resolve, reject) => {
    const failed = (error: unknown): void => settle(() => reject(error))
    const ended = (code: number): void => failed(new Error(`the thread that reads the law ended with ${code}`))
    const found = (answer: Found): void => settle(() => resolve(answer))
    const settle = (outcome: () => void): void => {
      worker.off('message', found).off('error', failed).off('exit', ended)
      outcome()
    }
    worker.on('message', found).on('error', failed).on('exit', ended)
    worker.postMessage(task, [])
  })
}

/** The law that binds a place: the rest is not sent. */
function lawOn(library: Library, place: string): Library {
  const above = placesAbove(place)
  return { ...library, instruments: library.instruments.filter((instrument) => above.includes(instrument.place)) }
}
