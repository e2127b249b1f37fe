/** Regions of cases as lines of text. */
import type { Part } from '@brightline/engine/analysis'
import type { Vocabulary } from '@brightline/language'
import { inLanguage, languageOf, type ByLanguage } from '../phrase/by-language.ts'
import { fill, type Words } from '../phrase/fill.ts'
import type { RegionDocument } from './document.ts'
import { answerWords, questionWords } from './part-words.ts'

/** A line and how deep it stands. */
export interface Line {
  readonly depth: number
  readonly text: string
}

interface RegionPhrases {
  readonly everyCase: string
  readonly where: string
  readonly andOneOf: string
  readonly whereOneOf: string
  readonly unlessOneOf: string
  readonly and: string
  readonly moreCases: string
  readonly moreBoxes: string
}

const phrases: ByLanguage<RegionPhrases> = {
  en: {
    everyCase: 'in every case',
    where: 'where',
    andOneOf: 'and one of these:',
    whereOneOf: 'where one of these is so:',
    unlessOneOf: 'unless one of these is so:',
    and: 'and',
    moreCases: 'and in {cases:count more-case} that take more words',
    moreBoxes: 'and {boxes} more',
  },
  es: {
    everyCase: 'en todos los casos',
    where: 'donde',
    andOneOf: 'y se cumple una de estas condiciones:',
    whereOneOf: 'donde se cumple una de estas condiciones:',
    unlessOneOf: 'salvo que se cumpla una de estas condiciones:',
    and: 'y',
    moreCases: 'y en {cases:count more-case}, de descripción más larga',
    moreBoxes: 'y {boxes} más',
  },
}

const words: ByLanguage<Words> = {
  en: { 'more-case': { one: 'more case', other: 'more cases' } },
  es: { 'more-case': { one: 'caso más', many: 'casos más', other: 'casos más' } },
}

/** How to put regions into words. */
export interface Speaker {
  readonly vocabulary: Vocabulary
  readonly lang: string
}

/** At most so many boxes are written; the rest is counted. */
const boxesShown = 6

/** Says in which cases: what is always true, then the alternatives, then the exceptions. */
export function regionLines(region: RegionDocument, speaker: Speaker, most: number = boxesShown): readonly Line[] {
  const { always, boxes, unless, rest } = region
  const say = inLanguage(phrases, speaker.lang)
  const alternatives = boxes.filter((box) => box.length > 0)
  const lines: Line[] = []
  if (always.length + alternatives.length + unless.length === 0) lines.push({ depth: 0, text: say.everyCase })
  if (always.length > 0) {
    lines.push({ depth: 0, text: say.where }, ...always.map((part) => ({ depth: 1, text: partText(part, speaker) })))
  }
  if (alternatives.length > 0) {
    lines.push({ depth: 0, text: always.length > 0 ? say.andOneOf : say.whereOneOf })
    lines.push(...listLines(alternatives, speaker, most))
  }
  if (unless.length > 0) lines.push({ depth: 0, text: say.unlessOneOf }, ...listLines(unless, speaker, most))
  if (rest !== '0') {
    const spoken = languageOf(phrases, speaker.lang)
    const text = fill(say.moreCases, { cases: Number(rest) }, spoken, inLanguage(words, spoken))
    lines.push({ depth: 0, text })
  }
  return lines
}

/** Says one part as a question and its answer. */
function partText(part: Part, { vocabulary, lang }: Speaker): string {
  return `${short(questionWords(part.fact, vocabulary, lang))} ${answerWords(part, vocabulary, lang)}`
}

/** Leaves out the advice on where to look, which follows a question. */
export function short(question: string): string {
  const end = question.indexOf('?')
  return end < 0 ? question : question.slice(0, end + 1)
}

function listLines(boxes: readonly (readonly Part[])[], speaker: Speaker, most: number): readonly Line[] {
  const say = inLanguage(phrases, speaker.lang)
  const lines = boxes.slice(0, most).flatMap((box) =>
    box.map((part, index): Line => ({
      depth: 1,
      text: `${index === 0 ? '- ' : `  ${say.and} `}${partText(part, speaker)}`,
    })),
  )
  const more = boxes.length - most
  if (more <= 0) return lines
  return [...lines, { depth: 1, text: `- ${fill(say.moreBoxes, { boxes: more }, languageOf(phrases, speaker.lang))}` }]
}
