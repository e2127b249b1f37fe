/** `brightline compare`: what changes between two dates, two places, or the law and a working file. */
import { writeFileSync } from 'node:fs'
import { unknownName } from '@brightline/engine'
import { compare as compareStacks, joinVocabularies } from '@brightline/engine/analysis'
import { compareLines } from '../analysis/compare-text.ts'
import { toCompareDocument } from '../analysis/compare-document.ts'
import { memoText } from '../analysis/memo.ts'
import { pictureHtml, pictureSvg } from '../analysis/picture.ts'
import { readSide, readWorking, type Side } from '../analysis/side.ts'
import { affectedRequests } from '../analysis/affected.ts'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { exitForData } from '../file/data-set.ts'
import { checkPublic, type DataFlags } from '../flag/data.ts'
import { readOwnLang } from '../flag/lang.ts'
import { Refusal } from '../refusal.ts'

/** As the command line gives them. */
export interface CompareFlags extends DataFlags {
  readonly file?: string
  readonly act: readonly string[]
  readonly agency?: string
  readonly budget?: string
  readonly memo?: string
  readonly picture?: string
  readonly public: boolean
  readonly lang: string
  readonly json: boolean
}

/** Compares two sides and prints what changes. Exit 0 where nothing does. */
export async function compare(
  left: string,
  right: string | undefined,
  flags: CompareFlags,
  law: string,
): Promise<number> {
  const lang = readOwnLang(flags.lang)
  const working = flags.file === undefined ? null : readWorking(flags.file)
  if (right === undefined && working === null) {
    throw new UsageError(
      'there is only one side',
      'name a second one, such as us/ca@2018-01-01, or a working text with --file',
    )
  }
  if (flags.picture !== undefined && !/\.(svg|html)$/.test(flags.picture)) {
    throw new UsageError(`\`${flags.picture}\` is no kind of picture`, 'name a file that ends in .svg or .html')
  }
  const one = await readSide(left, law, null, lang)
  const other = await readSide(right ?? left, law, working, lang)
  const options = { ...namedActs(flags, one, other), agency: namedAgency(flags, other), ...budgetOf(flags) }
  const compared = compareStacks(one.stack, other.stack, options)
  const replayed = isDataNamed(flags) ? await affectedRequests([one, other], compared, flags, law) : null
  const document = toCompareDocument(one, other, compared, options.agency, replayed?.document ?? null, lang)
  const vocabulary = joinVocabularies(one.library.vocabulary, other.library.vocabulary)
  if (flags.json) print(JSON.stringify(document))
  else for (const line of compareLines(document, vocabulary, lang)) print(line)
  if (flags.memo !== undefined) write(flags.memo, memoText(document, vocabulary, lang))
  if (flags.picture !== undefined) {
    write(flags.picture, flags.picture.endsWith('.svg') ? pictureSvg(document, lang) : pictureHtml(document, lang))
  }
  const exit = exitForData(replayed?.problems ?? [], false, lang)
  return document.isSame ? exit : exitCode.findings
}

/** Whether requests are counted; the flags about them mean nothing without a data set. */
function isDataNamed(flags: CompareFlags): boolean {
  if (flags.data === undefined && flags.mapping === undefined) {
    const idle = (['from', 'through', 'workers'] as const).find((name) => flags[name] !== undefined)
    const name = idle ?? (flags.public ? 'public' : undefined)
    if (name === undefined) return false
    throw new UsageError(`\`--${name}\` is about a data set, and none is named`, 'write --data FILE and --mapping FILE')
  }
  if (flags.public) checkPublic(flags.act)
  return true
}

function namedActs({ act: acts }: CompareFlags, one: Side, other: Side): { readonly acts?: readonly string[] } {
  if (acts.length === 0) return {}
  const known = [one, other].flatMap(({ library }) => library.vocabulary.acts.map(({ name }) => name))
  const wrong = acts.find((act) => !known.includes(act))
  if (wrong === undefined) return { acts }
  throw new Refusal([unknownName('REQ-0003', { kind: 'whole' }, wrong, known)])
}

function namedAgency({ agency }: CompareFlags, { library }: Side): string | null {
  if (agency === undefined) return null
  const known = library.vocabulary.agencies.map(({ name }) => name)
  if (known.includes(agency)) return agency
  throw new Refusal([unknownName('REQ-0002', { kind: 'whole' }, agency, known)])
}

function budgetOf({ budget }: CompareFlags): { readonly budget?: number } {
  if (budget === undefined) return {}
  if (!/^[1-9]\d{0,7}$/.test(budget))
    throw new UsageError(`\`${budget}\` is not a number of nodes`, 'write a number such as 200000')
  return { budget: Number(budget) }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch {
    throw new UsageError(`\`${file}\` cannot be written`)
  }
  tell(`wrote ${file}`)
}
