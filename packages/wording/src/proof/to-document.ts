/** Claims and what came of them, in the contract. */
import { stackOf, type Stack } from '@brightline/engine'
import {
  liftCase,
  type Asked,
  type ChangedCase,
  type Comparison,
  type Move,
  type Proved,
  type Refutation,
  type Witness,
} from '@brightline/engine/analysis'
import type { Library, Texts, Verdict } from '@brightline/language'
import { movedWords } from '../comparison/moved.ts'
import { casesWords } from '../comparison/say.ts'
import { placeTitle, sideLabel, type Side } from '../comparison/side.ts'
import { outgrownTexts } from '../law/outgrown.ts'
import { answeredWords } from '../decision/answered.ts'
import { inEveryLanguage } from '../phrase/every-language.ts'
import type { PhraseValues } from '../phrase/fill.ts'
import { sayIn } from '../phrase/phrases.ts'
import type { ProofDocument, ProveDocument, WitnessDocument } from './document.ts'
import { exampleBlock } from './example-block.ts'
import { proofPhrases, proofWords, type ProofPhrase } from './phrases.ts'

/** A claim and what came of it. */
export interface ProvedClaim {
  readonly asked: Asked
  readonly proved: Proved
}

/** Puts what came of claims into the contract. */
export function toProveDocument(
  library: Library,
  place: string,
  claims: readonly ProvedClaim[],
  equivalences: readonly ProofDocument[],
): ProveDocument {
  return {
    version: 2,
    place,
    placeTitle: placeTitle(library, place),
    proofs: [...claims.map((one) => toProof(library, one)), ...equivalences],
    scope: texts('scope', () => ({})),
  }
}

/** Says a phrase in each language, with values that may differ by language. */
function texts(key: ProofPhrase, valuesIn: (lang: string) => PhraseValues): Texts {
  return inEveryLanguage(proofPhrases, (_, lang) => sayIn(proofPhrases, lang, proofWords)(key, valuesIn(lang)))
}

function toProof(library: Library, { asked, proved }: ProvedClaim): ProofDocument {
  const { instrument, dates, place } = asked
  const name = nameOf(library, asked)
  const about = {
    name,
    instrument: instrument === null ? null : { id: instrument.id, title: instrument.title },
    dates,
  }
  switch (proved.kind) {
    case 'holds':
      return { ...about, result: 'holds', why: null, witness: null }
    case 'not-analysed':
      return { ...about, result: 'not-analysed', why: outgrownTexts(proved.outgrown), witness: null }
    case 'refuted': {
      const { refutation, breaking } = proved
      const why = whyNot(library, refutation)
      const within = breaking === null || breaking === instrument ? why : inInstrument(breaking.title, why)
      return { ...about, result: 'refuted', why: within, witness: toWitness(library, place, name, refutation) }
    }
  }
}

function nameOf({ vocabulary, instruments }: Library, { name, claim }: Asked): Texts {
  if (name !== null) return { en: name }
  const title = (id: string): string => instruments.find((instrument) => instrument.id === id)?.title ?? id
  switch (claim.kind) {
    case 'blind':
      return texts('blind', () => ({ fact: claim.facts }))
    case 'decides':
    case 'never':
      return texts('decides', () => ({ act: phraseOf(vocabulary, claim.acts[0] ?? '') }))
    case 'keeps-floor':
      return texts('keepsFloor', () => ({ instrument: title(claim.instrument) }))
    case 'keeps-ceiling':
      return texts('keepsCeiling', () => ({ instrument: title(claim.instrument) }))
  }
}

function phraseOf({ acts }: Library['vocabulary'], act: string): Texts {
  return acts.find(({ name }) => name === act)?.phrase ?? { en: act }
}

function inInstrument(instrument: string, why: Texts): Texts {
  return texts('inInstrument', () => ({ instrument, why }))
}

function whyNot({ vocabulary, instruments }: Library, { shows, act, verdict, silence }: Refutation): Texts {
  const phrase = phraseOf(vocabulary, act)
  const question = (name: string): Texts =>
    vocabulary.facts.find((fact) => fact.name === name)?.question ?? { en: name }
  switch (shows.kind) {
    case 'verdict':
      return texts('verdict', (lang) => ({ act: phrase, verdict: answeredWords({ verdict, silence }, lang) }))
    case 'depends':
      return texts('depends', () => ({ act: phrase, fact: question(shows.fact) }))
    case 'shows-through':
      return texts('showsThrough', () => ({ act: phrase, fact: question(shows.fact) }))
    case 'floor':
    case 'ceiling': {
      const upper = instruments.find(({ id }) => id === shows.upper)?.title ?? shows.upper
      return texts(shows.kind, () => ({ act: phrase, upper }))
    }
  }
}

/** Puts into the contract whether two sides come out the same in every case. */
export function toEquivalence(left: Side, right: Side, { acts }: Comparison): ProofDocument {
  const { library, asOf } = left.stack
  const name = texts('equivalent', () => ({ side: sideLabel(right) }))
  const about = { name, instrument: null, dates: [asOf] }
  const phrase = (act: string): Texts => phraseOf(library.vocabulary, act)
  const changed = acts.flatMap((act) => (act.kind === 'changed' ? [act] : []))
  const [first] = changed
  if (first === undefined) {
    const open = acts.flatMap((act) => (act.kind === 'not-analysed' ? [act] : []))
    if (open.length === 0) return { ...about, result: 'holds', why: null, witness: null }
    const found = open.find(({ sampled }) => sampled.example !== null)
    if (found !== undefined && found.sampled.example !== null) {
      const why = texts('randomDiffers', () => ({ act: phrase(found.act) }))
      return refutedBy(about, left, { act: found.act, why, example: found.sampled.example })
    }
    const why = texts('tooLarge', () => ({ acts: open.map(({ act }) => act) }))
    return { ...about, result: 'not-analysed', why, witness: null }
  }
  const [way] = first.verdicts
  const shown = way ?? first.duties[0] ?? first.terms[0]
  const how =
    way === undefined ? otherwise(first.duties.length > 0, phrase(first.act)) : comesOut(way, phrase(first.act))
  const why = changed.length === 1 ? how : texts('moreActs', () => ({ why: how, acts: changed.length - 1 }))
  if (shown === undefined) return { ...about, result: 'refuted', why, witness: null }
  return refutedBy(about, left, { act: first.act, why, example: shown.example })
}

function otherwise(hasDuties: boolean, act: Texts): Texts {
  return texts(hasDuties ? 'otherDuties' : 'otherTerms', () => ({ act }))
}

function comesOut(way: Move & { readonly count: bigint }, act: Texts): Texts {
  return texts('comesOut', (lang) => ({
    act,
    here: movedWords(way, lang).from,
    there: movedWords(way, lang).to,
    cases: casesWords(way.count.toString(), 'case', lang),
  }))
}

function refutedBy(
  about: Pick<ProofDocument, 'name' | 'instrument' | 'dates'>,
  { stack }: Side,
  { act, why, example }: { readonly act: string; readonly why: Texts; readonly example: ChangedCase },
): ProofDocument {
  const { facts, left: here, right: there } = example
  const witness = { complete: facts, decisive: facts }
  const document = witnessOf(stack, about.name, { act, verdict: here.verdict, witness })
  const other = { verdict: there.verdict, facts: Object.fromEntries(facts) }
  return { ...about, result: 'refuted', why, witness: { ...document, other } }
}

function toWitness(library: Library, place: string, name: Texts, refutation: Refutation): WitnessDocument {
  const { asOf, other } = refutation
  const document = witnessOf(stackOf(library, place, asOf), name, refutation)
  return {
    ...document,
    other: other === null ? null : { verdict: other.verdict, facts: Object.fromEntries(other.witness.decisive) },
  }
}

function witnessOf(
  stack: Stack,
  name: Texts,
  { act, verdict, witness }: { readonly act: string; readonly verdict: Verdict; readonly witness: Witness },
): WitnessDocument {
  const { library, asOf } = stack
  return {
    act,
    phrase: phraseOf(library.vocabulary, act),
    asOf,
    verdict,
    decisive: Object.fromEntries(witness.decisive),
    request: liftCase(library, witness.complete, [asOf]),
    other: null,
    // A name in the law stands in one language, as the law does.
    example: exampleBlock(stack, act, witness, sayIn(proofPhrases, 'en')('against', { claim: name.en })),
  }
}
