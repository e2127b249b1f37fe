/** `brightline simulate`: recorded requests under one policy or two. */
import { unknownName } from '@brightline/engine'
import type { Library } from '@brightline/language'
import { lawOfAll, placeIds } from '@brightline/law-files'
import {
  replay,
  stacksOf,
  toReplayDocument,
  toRows,
  type LawOn,
  type LawStacks,
  type ReplayDocument,
} from '@brightline/simulate'
import { csvText, jsonText, replayLines, saidOf } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { dataFiles, exitForData, readDataSet } from '../data/data-set.ts'
import { readAsOf } from '../flag/as-of.ts'
import { addData, checkPublic, readWindow, type DataFlags } from '../flag/data.ts'
import { collect, examples } from '../flag/help.ts'
import { placeCalled } from '../flag/place.ts'
import { langOption, readOwnLang } from '../flag/lang.ts'
import { Refusal } from '../refusal.ts'
import { progressBar } from '../terminal/progress.ts'
import { unknownWord } from '../terminal/unknown.ts'
import { wrongUse } from '../terminal/usage.ts'

interface SimulateFlags extends DataFlags {
  readonly act: readonly string[]
  readonly format: string
  readonly out?: string
  readonly public: boolean
  readonly lang: string
}

const formats = ['text', 'csv', 'json', 'html'] as const

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  const command = program
    .command('simulate <policies...>')
    .description('replay recorded requests under one policy or two (place@date): counts with bounds, duties, workload')
  addData(command)
    .option('--act <act>', 'only this act; again for more', collect, [])
    .option('--format <format>', 'text, csv, json or html', 'text')
    .option('--out <file>', 'write there instead of to standard output')
    .option('--public', 'suppress small counts, so that the result can be published', false)
    .addOption(langOption())
    .addHelpText(
      'before',
      examples(
        'brightline simulate us/ca@2026-01-01 --data detainers.csv.gz --mapping ice-detainers-fy2015',
        'brightline simulate us/ca@2017-12-31 us/ca@2018-01-01 --data detainers.csv.gz --mapping ice-detainers-fy2015 --format html --out report.html',
        'brightline --with draft simulate us/ca --data detainers.csv.gz --mapping ice-detainers-fy2015',
      ),
    )
    .action(async (policies: string[], flags: SimulateFlags) => {
      context.finish(await simulate(policies, flags, context))
    })
}

async function simulate(names: readonly string[], flags: SimulateFlags, context: Context): Promise<number> {
  const lang = readOwnLang(flags.lang)
  context.speak(lang)
  const format = formats.find((one) => one === flags.format)
  if (format === undefined) throw unknownWord('format', flags.format, formats)
  if (flags.public) checkPublic(flags.act)
  const window = readWindow(flags)
  const policies = await policiesOf(names, context)
  const { library } = last(policies).law
  for (const act of flags.act) checkAct(library, act)
  const { planned, cases } = await readDataSet(flags, { library, policies, window, lang })
  const acts = flags.act.length === 0 ? null : flags.act
  const bar = progressBar()
  const replayed = replay({ library, policies, planned, cases, acts, onProgress: bar.show })
  bar.clear()
  const text = await render(toReplayDocument(replayed, flags.public), format, lang)
  if (flags.out === undefined) context.printText(text)
  else context.write(flags.out, text, dataFiles(flags))
  return exitForData(replayed.problems, format === 'text' && flags.out === undefined && !flags.public, lang)
}

/** One policy with `--with` is compared with itself as it stands without the working files. */
async function policiesOf(names: readonly string[], context: Context): Promise<readonly LawStacks[]> {
  if (names.length === 0 || names.length > 2) throw wrongUse('USE-0110')
  const law = context.openLaw()
  const named: { readonly place: string; readonly date: string | undefined }[] = []
  for (const name of names) {
    const at = name.lastIndexOf('@')
    const place = await placeCalled(at < 0 ? name : name.slice(0, at), context)
    named.push({ place, date: at < 0 ? undefined : name.slice(at + 1) })
  }
  const places = named.map(({ place }) => place)
  const library = context.need(await lawOfAll(law, places))
  const policies = named.map(({ place, date }): LawOn => ({
    library,
    place,
    asOf: readAsOf(date, place, library, context),
  }))
  const [only] = policies
  const [shipped, ...added] = context.folders()
  if (only === undefined || shipped === undefined || policies.length === 2 || added.length === 0)
    return policies.map(stacksOf)
  const without = context.openLaw([shipped])
  // A place that only the working files know has no other law to compare with.
  if (!placeIds(without).includes(only.place)) return policies.map(stacksOf)
  const before = context.need(await lawOfAll(without, places))
  return [stacksOf({ ...only, library: before }), stacksOf({ ...only, working: { kind: 'files' } })]
}

async function render(document: ReplayDocument, format: (typeof formats)[number], lang: string): Promise<string> {
  switch (format) {
    case 'text':
      return `${replayLines(document, lang).join('\n')}\n`
    case 'csv':
      return csvText(toRows(document, saidOf(document, lang)))
    case 'json':
      return `${jsonText({ ...document, said: saidOf(document, lang) }, 2)}\n`
    case 'html': {
      // Only this needs it.
      const { replayPage } = await import('@brightline/documents')
      return replayPage(document, lang)
    }
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
