/** Claims and what came of them as lines of text. */
import { textIn, type Vocabulary } from '@brightline/language'
import { questionWords, valueWords } from '../comparison/part-words.ts'
import { short } from '../comparison/region-lines.ts'
import { plainPainter, type Painter } from '../line/painter.ts'
import { possibleWords } from '../decision/verdict.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import type { ProofDocument, ProveDocument, WitnessDocument } from './document.ts'
import { proofPhrases, proofWords, type ProofPhrase } from './phrases.ts'

/** The layout of proofs. */
export interface ProofLayout {
  readonly vocabulary: Vocabulary
  readonly lang: string
  readonly paint?: Painter
}

interface Speaker extends Required<ProofLayout> {
  readonly say: Say<ProofPhrase>
}

/** Lays out what came of the claims about a place. */
export function proofLines({ placeTitle, proofs, scope }: ProveDocument, layout: ProofLayout): readonly string[] {
  const { lang, paint = plainPainter, vocabulary } = layout
  const speaker = { vocabulary, lang, paint, say: sayIn(proofPhrases, lang, proofWords) }
  const { say } = speaker
  const failed = proofs.filter(({ result }) => result !== 'holds').length
  const told = proofs.flatMap((proof) => linesOf(proof, speaker))
  const counts = { claims: proofs.length, failed }
  return [
    `${paint('bold', textIn(placeTitle, lang))}: ${say(failed === 0 ? 'allHold' : 'someFail', counts)}`,
    ...told,
    ...(told.at(-1) === '' ? [] : ['']),
    say('holdsFor', { scope: textIn(scope, lang) }),
  ]
}

function linesOf(proof: ProofDocument, speaker: Speaker): readonly string[] {
  const { lang, paint, say } = speaker
  const { instrument, result, witness, dates } = proof
  const text = textIn(proof.name, lang)
  const name = instrument === null ? text : say('ofInstrument', { name: text, instrument: instrument.title })
  const why = proof.why === null ? '' : textIn(proof.why, lang)
  const [first] = dates
  if (result === 'holds') {
    return dates.length === 1 && first !== undefined
      ? [`  ${say('holdsOn', { date: first, name })}`]
      : [`  ${say('holdsOnDates', { dates: dates.length, name })}`]
  }
  if (result === 'not-analysed')
    return [`  ${paint('bold', say('notAnalysed'))}: ${name}: ${say('nothingSaid', { why })}`]
  const head = ['', `  ${paint('bold', say('refuted'))}: ${name}`, `    ${why}`]
  return witness === null ? head : [...head, ...witnessLines(witness, speaker)]
}

function witnessLines(witness: WitnessDocument, { vocabulary, lang, say }: Speaker): readonly string[] {
  const facts = Object.entries(witness.decisive).map(
    ([name, value]) =>
      `      ${short(questionWords(name, vocabulary, lang))} ${valueWords(value, name, vocabulary, lang)}`,
  )
  const verdict = possibleWords(witness.verdict, lang)
  const other = otherText(witness, { vocabulary, lang, say })
  return [
    `    ${say('caseOf', { date: witness.asOf, verdict })}${other === null ? '' : `, ${other}`}`,
    ...facts,
    ...(witness.example === null
      ? [`    ${say('noExample')}`]
      : [`    ${say('asExample')}`, '', ...witness.example.split('\n'), '']),
  ]
}

/** Says what the case comes out as with another value of the one fact, or on the other side. */
function otherText(
  { decisive, other }: WitnessDocument,
  { vocabulary, lang, say }: Pick<Speaker, 'vocabulary' | 'lang' | 'say'>,
): string | null {
  if (other === null) return null
  const verdict = possibleWords(other.verdict, lang)
  const changed = Object.entries(other.facts).find(([fact, value]) => decisive[fact] !== value)
  if (changed === undefined) return say('otherSide', { verdict })
  const [fact, value] = changed
  return say('whereOnly', { verdict, fact, value: valueWords(value, fact, vocabulary, lang) })
}
