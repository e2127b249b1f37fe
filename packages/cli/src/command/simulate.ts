/** `brightline simulate`: recorded requests under one policy or two. */
import { writeFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import {
  replay,
  stacksOf,
  toCsv,
  toDocument,
  toText,
  type Policy,
  type PolicyStacks,
  type ReplayDocument,
} from '@brightline/simulate'
import type { Library } from '@brightline/language'
import { splitSide, wholeLibraryFor } from '../analysis/side.ts'
import { placeIds } from '../law-files.ts'
import { whyUnreadable } from '../json-text.ts'
import { UsageError } from '../output.ts'
import { progressBar } from '../progress.ts'
import { unknownName } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import { readAsOf } from '../flag/as-of.ts'
import { Refusal } from '../refusal.ts'
import { readOwnLang } from '../flag/lang.ts'
import { checkPublic, exitForData, readData, readWindow, type DataFlags } from './data-set.ts'

/** As the command line gives them. */
export interface SimulateFlags extends DataFlags {
  readonly act: readonly string[]
  readonly format: string
  readonly out?: string
  readonly public: boolean
  readonly lang: string
}

const formats = ['text', 'csv', 'json', 'html'] as const

/** Runs the command. */
export async function simulate(names: readonly string[], flags: SimulateFlags, law: string): Promise<number> {
  const lang = readOwnLang(flags.lang)
  const format = formats.find((one) => one === flags.format)
  if (format === undefined)
    throw new UsageError(`unknown format \`${flags.format}\``, `write one of ${formats.join(', ')}`)
  if (flags.public) checkPublic(flags.act)
  const window = readWindow(flags)
  const policies = await policiesOf(names, law)
  const { library } = last(policies).policy
  for (const act of flags.act) checkAct(library, act)
  const { planned, cases } = await readData(flags, library, policies, window)
  const acts = flags.act.length === 0 ? null : flags.act
  const bar = progressBar(process.stderr)
  const replayed = replay({ library, policies, planned, cases, acts, onProgress: bar.show })
  bar.clear()
  const document = toDocument(replayed, flags.public)
  write(await render(document, format, lang), flags.out)
  return exitForData(replayed.problems, format === 'text' && flags.out === undefined && !flags.public)
}

/** One policy with `--with` is compared with itself as it stands without the working files. */
async function policiesOf(names: readonly string[], law: string): Promise<readonly PolicyStacks[]> {
  if (names.length === 0 || names.length > 2)
    throw new UsageError('one policy or two are replayed', 'write a policy such as us/ca@2026-01-01')
  const sides = names.map((name) => splitSide(name))
  const places = sides.map(({ place }) => place)
  const library = await wholeLibraryFor(places, law, null)
  const policies = sides.map((side): Policy => {
    const { place } = side
    const asOf = side.asOf ?? readAsOf(undefined, place, library, { now: Temporal.Now.instant })
    return { name: `${place}@${asOf}`, library, place, asOf }
  })
  const [shipped = law, ...added] = law.split(delimiter)
  const [only] = policies
  // A place that only the working files know has no other law to compare with.
  const isNew = !placeIds(shipped).includes(only?.place ?? '')
  if (only === undefined || isNew || policies.length === 2 || added.length === 0) return policies.map(stacksOf)
  return [
    stacksOf({ ...only, library: await wholeLibraryFor(places, shipped, null) }),
    stacksOf({ ...only, name: `${only.name} with the working files` }),
  ]
}

async function render(document: ReplayDocument, format: (typeof formats)[number], lang: 'en' | 'es'): Promise<string> {
  switch (format) {
    case 'text':
      return toText(document, lang)
    case 'csv':
      return toCsv(document)
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`
    case 'html': {
      // The charts load slowly, and only this needs them.
      const { toHtml } = await import('@brightline/simulate/report')
      return toHtml(document)
    }
  }
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(out, text)
  } catch (error) {
    throw new UsageError(`\`${out}\` cannot be written: ${whyUnreadable(error)}`)
  }
}

function checkAct(library: Library, act: string): void {
  const acts = library.vocabulary.acts.map(({ name }) => name)
  if (acts.includes(act)) return
  throw new Refusal([unknownName('REQ-0003', { kind: 'whole' }, act, acts)])
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1)
  if (found === undefined) throw new Error('an empty list')
  return found
}
