/** Regions of cases as lines of text. */
import type { Part } from '@brightline/engine/analysis'
import type { Vocabulary } from '@brightline/language'
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import { fill } from '../phrase/fill.ts'
import type { RegionDocument } from './document.ts'
import { answerWords, questionWords } from './part-words.ts'
import { regionPhrases, regionWords } from './region-phrases.ts'

/** A line and how deep it stands. */
export interface Line {
  readonly depth: number
  readonly text: string
}

/** The language and the words for regions. */
export interface Speaker {
  readonly vocabulary: Vocabulary
  readonly lang: string
}

/** At most so many boxes are written; the rest is counted. */
const boxesShown = 6

/** Says in which cases: what is always true, then the alternatives, then the exceptions. */
export function regionLines(region: RegionDocument, speaker: Speaker, most: number = boxesShown): readonly Line[] {
  const { always, boxes, unless, rest } = region
  const say = inLanguage(regionPhrases, speaker.lang)
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
    const spoken = languageOf(regionPhrases, speaker.lang)
    const text = fill(say.moreCases, { cases: Number(rest) }, spoken, inLanguage(regionWords, spoken))
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
  const say = inLanguage(regionPhrases, speaker.lang)
  const lines = boxes.slice(0, most).flatMap((box) =>
    box.map((part, index): Line => ({
      depth: 1,
      text: `${index === 0 ? '- ' : `  ${say.and} `}${partText(part, speaker)}`,
    })),
  )
  const more = boxes.length - most
  if (more <= 0) return lines
  return [
    ...lines,
    { depth: 1, text: `- ${fill(say.moreBoxes, { boxes: more }, languageOf(regionPhrases, speaker.lang))}` },
  ]
}
