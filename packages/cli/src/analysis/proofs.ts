/** Claims proved or refuted, as data: the contract of `brightline prove --json`. */
import { DiagramTooLarge, stackCache, stackOf, type FactValue, type Stack } from '@brightline/engine'
import {
  boundBroken,
  compare,
  datesInForce,
  liftCase,
  refuteOn,
  type ChangedCase,
  type ConcreteRequest,
  type Refutation,
} from '@brightline/engine/analysis'
import { textIn, type Claim, type Instrument, type Library, type Texts, type Verdict } from '@brightline/language'
import { words, type Lang } from '../words.ts'
import { exampleBlock } from './example-block.ts'
import type { Side } from './side.ts'
import { analysisWords } from './words.ts'

/** A case that refutes a claim. */
interface WitnessDocument {
  readonly act: string
  readonly asOf: string
  readonly verdict: Verdict
  /** The facts that make it so. */
  readonly decisive: Readonly<Record<string, FactValue>>
  readonly request: ConcreteRequest
  /** For blindness: what it comes out as when only the fact is another; null where that case cannot be. */
  readonly other: { readonly verdict: Verdict; readonly facts: Readonly<Record<string, FactValue>> } | null
  /** An example of the language, or null where a policy may not state the case. */
  readonly example: string | null
}

/** What came of one claim. */
export interface Proof {
  readonly name: string
  /** The instrument that promises it, or null for a claim of the command line. */
  readonly instrument: string | null
  readonly result: 'holds' | 'refuted' | 'not-analysed'
  /** In words: why not. */
  readonly why: string | null
  readonly witness: WitnessDocument | null
  /** On how many dates of change it was looked at, and which, where there is one. */
  readonly dates: readonly string[]
}

/** Proves the promises of an instrument, on every date of change of its law or on one. */
export function provePromises(
  library: Library,
  instrument: Instrument,
  asOf: string | null,
  lang: Lang,
): readonly Proof[] {
  return instrument.promises.map(({ name, claim }) => {
    const dates = asOf === null ? datesInForce(library, instrument) : [asOf]
    const { place, binds: agencies } = instrument
    return proveClaim(library, { name, claim, instrument, place, agencies, dates }, lang)
  })
}

/** That a text forbids nothing which an upper one lets or makes staff do. It can be asked, and not promised. */
interface KeepsCeiling {
  readonly kind: 'keeps-ceiling'
  readonly instrument: string
}

/** A claim with what it is about. */
export interface Asked {
  readonly name: string
  readonly claim: Claim | KeepsCeiling
  /** Whose promise it is; null for a claim of the command line. */
  readonly instrument: Instrument | null
  readonly place: string
  readonly agencies: readonly string[] | null
  readonly dates: readonly string[]
}

/** Proves or refutes one claim. */
export function proveClaim(library: Library, asked: Asked, lang: Lang): Proof {
  const { name, claim, instrument, place, agencies, dates } = asked
  const about = { name, instrument: instrument?.id ?? null, dates }
  try {
    const refutation =
      claim.kind === 'keeps-floor' || claim.kind === 'keeps-ceiling'
        ? boundOf(library, instrument === null ? ownOf(library, place) : [instrument], claim, dates)
        : refuteOn(claim, { place, agencies, dates }, stackCache(library))
    if (refutation === null) return { ...about, result: 'holds', why: null, witness: null }
    return {
      ...about,
      result: 'refuted',
      why: textIn(refutation.words, lang),
      witness: toWitnessDocument(library, place, analysisWords[lang].against(name), refutation),
    }
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error
    return { ...about, result: 'not-analysed', why: textIn(error.words, lang), witness: null }
  }
}

/** The instruments of a place itself, not of those above it. */
export function ownOf(library: Library, place: string): readonly Instrument[] {
  return library.instruments.filter((instrument) => instrument.place === place)
}

function boundOf(
  library: Library,
  own: readonly Instrument[],
  { kind, instrument: upperId }: KeepsCeiling | Extract<Claim, { readonly kind: 'keeps-floor' }>,
  dates: readonly string[],
): Refutation | null {
  const upper = library.instruments.find(({ id }) => id === upperId)
  if (upper === undefined) throw new Error(`there is no instrument ${upperId}`)
  for (const instrument of own) {
    if (instrument.id === upperId) continue
    const broken = boundBroken(library, instrument, upper, kind === 'keeps-floor' ? 'floor' : 'ceiling', dates)
    if (broken !== null) return { ...broken, words: inInstrument(instrument.id, broken.words) }
  }
  return null
}

/** A finding with the instrument that it is about. */
function inInstrument(id: string, texts: Texts): Texts {
  const { en, ...others } = texts
  const behind = (text: string): string => `\`${id}\`: ${text}`
  return { ...Object.fromEntries(Object.entries(others).map(([lang, text]) => [lang, behind(text)])), en: behind(en) }
}

/** Whether two sides come out the same in every case. */
export function proveEquivalent(left: Side, right: Side, lang: Lang): Proof {
  const say = analysisWords[lang]
  const about = { name: say.equivalentTo(right.label), instrument: null, dates: [left.stack.asOf] }
  const { acts } = compare(left.stack, right.stack)
  const changed = acts.flatMap((act) => (act.kind === 'changed' ? [act] : []))
  const open = acts.flatMap((act) => (act.kind === 'not-analysed' ? [act.act] : []))
  const [first] = changed
  if (first === undefined) {
    if (open.length === 0) return { ...about, result: 'holds', why: null, witness: null }
    const sampled = acts.find((act) => act.kind === 'not-analysed' && act.sampled.example !== null)
    if (sampled?.kind === 'not-analysed' && sampled.sampled.example !== null) {
      return refutedBy(about, left, sampled.act, sampled.sampled.example, say.randomDiffers(sampled.act), lang)
    }
    return { ...about, result: 'not-analysed', why: say.tooLarge(open.join(', ')), witness: null }
  }
  const shown = first.verdicts[0] ?? first.duties[0]
  const more = changed.length > 1 ? say.moreActs(changed.length - 1) : ''
  const way = first.verdicts[0]
  const { possibleVerdict } = words[lang]
  const how =
    way === undefined ? say.hasOtherDuties : say.comesOut(possibleVerdict[way.from], possibleVerdict[way.to], way.count)
  const why = `\`${first.act}\` ${how}${more}`
  if (shown === undefined) return { ...about, result: 'refuted', why, witness: null }
  return refutedBy(about, left, first.act, shown.example, why, lang)
}

function refutedBy(
  about: Pick<Proof, 'name' | 'instrument' | 'dates'>,
  { stack }: Side,
  act: string,
  { facts, left: here, right: there }: ChangedCase,
  why: string,
  lang: Lang,
): Proof {
  const witness = { complete: facts, decisive: facts }
  const other = { verdict: there.verdict, facts: Object.fromEntries(facts) }
  const document = witnessOf(stack, stack, analysisWords[lang].against(about.name), {
    act,
    verdict: here.verdict,
    witness,
  })
  return { ...about, result: 'refuted', why, witness: { ...document, other } }
}

function toWitnessDocument(library: Library, place: string, name: string, refutation: Refutation): WitnessDocument {
  const { asOf, other } = refutation
  const document = witnessOf(refutation.stack, stackOf(library, place, asOf), name, refutation)
  return {
    ...document,
    other: other === null ? null : { verdict: other.verdict, facts: Object.fromEntries(other.witness.decisive) },
  }
}

function witnessOf(
  { library }: Stack,
  whole: Stack,
  name: string,
  { act, verdict, witness }: Pick<Refutation, 'act' | 'verdict' | 'witness'>,
): WitnessDocument {
  return {
    act,
    asOf: whole.asOf,
    verdict,
    decisive: Object.fromEntries(witness.decisive),
    request: liftCase(library, witness.complete, [whole.asOf]),
    other: null,
    example: exampleBlock(whole, act, witness, name),
  }
}
