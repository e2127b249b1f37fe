/** `brightline gaps`: cases nobody decided, rules that never decide, and words never used. */
import { gapsOf, liftCase, percent, type Gap } from '@brightline/engine/analysis'
import { textIn, type Vocabulary } from '@brightline/language'
import type { CaseDocument, RegionDocument } from '../analysis/compare-document.ts'
import { caseLines, regionLines } from '../analysis/region-lines.ts'
import { readSide, type Side } from '../analysis/side.ts'
import { counted, grouped } from '../analysis/number.ts'
import { analysisWords } from '../analysis/words.ts'
import { readAllLaw } from '../law-files.ts'
import { exitCode, paint, print } from '../output.ts'
import type { Lang } from '../words.ts'
import { readOwnLang } from '../flag/lang.ts'

/** As the command line gives them. */
export interface GapsFlags {
  readonly asOf?: string
  readonly lang: string
  readonly json: boolean
}

/** Cases that are open, as data. */
interface OpenCases {
  readonly kind: 'no-rule' | 'conflict'
  readonly act: string
  readonly phrase: string
  readonly count: string
  readonly cases: string
  readonly share: string
  readonly region: RegionDocument
  readonly facts: CaseDocument['facts']
  readonly request: CaseDocument['request']
}

/** Any other finding: what it is about, and where it stands. */
interface OtherFinding {
  readonly kind: Exclude<Gap['kind'], 'no-rule' | 'conflict'>
  readonly name: string
  readonly cite: string | null
  readonly file: string | null
  readonly line: number | null
}

/** What `gaps --json` prints: version 1 of the contract in docs/compare.md. */
interface GapsDocument {
  readonly version: 1
  readonly place: string
  readonly asOf: string
  readonly open: readonly OpenCases[]
  readonly findings: readonly OtherFinding[]
}

/** Prints the gaps of a place. Exit 0 where there are none. */
export async function gaps(place: string, flags: GapsFlags, law: string): Promise<number> {
  const lang = readOwnLang(flags.lang)
  const side = await readSide(place, law, null, lang, flags.asOf)
  const found = gapsOf(side.stack, (await readAllLaw(law)).library)
  const document: GapsDocument = {
    version: 1,
    place: side.stack.place,
    asOf: side.stack.asOf,
    open: found.flatMap((gap) => ('count' in gap ? [toOpen(gap, side, lang)] : [])),
    findings: found.flatMap((gap) => ('count' in gap ? [] : [toOther(gap, lang)])),
  }
  if (flags.json) print(JSON.stringify(document))
  else for (const line of gapsLines(document, side.library.vocabulary, lang)) print(line)
  return found.length === 0 ? exitCode.fine : exitCode.findings
}

function toOpen(gap: Extract<Gap, { readonly count: bigint }>, { stack, library }: Side, lang: Lang): OpenCases {
  const { kind, act, count, cases, region, example } = gap
  return {
    kind,
    act,
    phrase: textIn(library.vocabulary.acts.find(({ name }) => name === act)?.phrase ?? { en: act }, lang),
    count: count.toString(),
    cases: cases.toString(),
    share: percent(count, cases, lang),
    region: { ...region, rest: region.rest.toString() },
    facts: Object.fromEntries(example),
    request: liftCase(library, example, [stack.asOf]),
  }
}

function toOther(gap: Exclude<Gap, { readonly count: bigint }>, lang: Lang): OtherFinding {
  switch (gap.kind) {
    case 'never-applies':
    case 'always-overridden':
    case 'never-decides':
    case 'adds-nothing': {
      const { id, cite, position } = gap.rule
      return { kind: gap.kind, name: id, cite, file: position.file, line: position.line }
    }
    case 'duty-never-arises': {
      const { id, cite, position } = gap.duty
      return { kind: gap.kind, name: id, cite, file: position.file, line: position.line }
    }
    case 'unused-term':
      return { kind: gap.kind, name: gap.term, cite: null, file: gap.instrument.file, line: null }
    case 'uncited-source':
      return { kind: gap.kind, name: gap.source, cite: null, file: gap.instrument.file, line: null }
    case 'unread-fact':
      return { kind: gap.kind, name: gap.fact, cite: null, file: null, line: null }
    case 'not-analysed':
      return { kind: gap.kind, name: `${gap.act}: ${textIn(gap.reason, lang)}`, cite: null, file: null, line: null }
  }
}

/** The lines of the findings, the cases first. */
function gapsLines(
  { place, asOf, open, findings }: GapsDocument,
  vocabulary: Vocabulary,
  lang: Lang,
): readonly string[] {
  const say = analysisWords[lang]
  const kinds = Object.entries(say.findings).flatMap(([kind, title]) => {
    const found = findings.filter((finding) => finding.kind === kind)
    return found.length === 0 ? [] : ['', paint('bold', `${title} (${found.length})`), ...found.map(findingLine)]
  })
  const none = open.length + findings.length === 0 ? [say.noFindings] : []
  return [
    `${paint('bold', place)} ${say.onDate(asOf)}: ${counted(open.length + findings.length, say.finding)}`,
    ...none,
    ...open.flatMap((one) => openLines(one, vocabulary, lang)),
    ...kinds,
  ]
}

function openLines(one: OpenCases, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const [count, cases] = [grouped(BigInt(one.count)), counted(BigInt(one.cases), say.distinctCase)]
  const { facts, request, region } = one
  return [
    '',
    `${paint('bold', `${say.open[one.kind]}: ${one.act} (${one.phrase})`)}: ${say.ofCases(count, cases)} (${one.share})`,
    ...regionLines(region, lang).map(({ depth, text }) => `${'  '.repeat(depth + 1)}${text}`),
    `  ${say.forExample}`,
    ...caseLines({ facts, request }, region, vocabulary, lang).map((line) => `    ${line}`),
  ]
}

function findingLine({ name, cite, file, line }: OtherFinding): string {
  const where = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`
  return `  ${name}${cite === null ? '' : ` [${cite}]`}${where}`
}
