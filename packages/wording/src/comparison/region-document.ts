/** Regions and cases in the contract: the engine's structure, with words beside it for those who read no law. */
import { agencyFact } from '@brightline/engine'
import {
  joinVocabularies,
  liftCase,
  type CaseAnswer,
  type ChangedCase,
  type Part,
  type Region,
} from '@brightline/engine/analysis'
import type { Texts, Vocabulary } from '@brightline/language'
import type { AnswerDocument, CaseDocument, PartDocument, RegionDocument } from './document.ts'
import { answerWords, conditionOf, questionWords } from './part-words.ts'
import type { Side } from './side.ts'

/** The languages in which the contract has words of our own. */
const written = ['en', 'es'] as const

/** Puts a region into the contract. */
export function toRegion({ always, boxes, unless, rest }: Region, vocabulary: Vocabulary): RegionDocument {
  const part = (one: Part): PartDocument => toPart(one, vocabulary)
  return {
    always: always.map(part),
    boxes: boxes.map((box) => box.map(part)),
    unless: unless.map((box) => box.map(part)),
    rest: rest.toString(),
  }
}

function toPart(part: Part, vocabulary: Vocabulary): PartDocument {
  const question = vocabulary.facts.find(({ name }) => name === part.fact)?.question
  return {
    ...part,
    question:
      question === undefined || part.fact === agencyFact
        ? inWritten((lang) => questionWords(part.fact, vocabulary, lang))
        : question,
    answer: inWritten((lang) => answerWords(part, vocabulary, lang)),
    condition: conditionOf(part, vocabulary),
  }
}

function inWritten(say: (lang: string) => string): Texts {
  return { ...Object.fromEntries(written.map((lang) => [lang, say(lang)])), en: say('en') }
}

/** Puts a case that changes into the contract, with a request that can be sent on both dates. */
export function toCase({ facts, left: before, right: after }: ChangedCase, left: Side, right: Side): CaseDocument {
  const dates = [...new Set([left.stack.asOf, right.stack.asOf])]
  const [one, other] = [left.stack.library, right.stack.library]
  // Two places have facts and offences of their own.
  const vocabulary = joinVocabularies(one.vocabulary, other.vocabulary)
  return {
    facts: Object.fromEntries(facts),
    request: liftCase({ vocabulary, offences: { ...one.offences, ...other.offences } }, facts, dates),
    left: toAnswer(before),
    right: toAnswer(after),
  }
}

function toAnswer({ verdict, silence, terms, by, duties }: CaseAnswer): AnswerDocument {
  return { verdict, silence, ...toTerms(terms), by, duties }
}

/** Says terms as a decision does; the times of no event are known here. */
export function toTerms({
  deciders,
  limits,
  counsel,
}: CaseAnswer['terms']): Pick<AnswerDocument, 'deciders' | 'limit' | 'counsel'> {
  return { deciders, limit: limits.length === 0 ? null : { limits, asked: null, at: null }, counsel }
}
