/** The words of a law as tables. */
import { textIn } from '@brightline/language'
import { amountWords } from '../calendar/amount.ts'
import { tableLines } from '../line/table.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import { listPhrases } from './list-phrases.ts'
import type { ShownFact, VocabularyDocument } from './vocabulary-document.ts'

/** Makes the lines of a vocabulary in a language: a table a kind of word. */
export function vocabularyLines(document: VocabularyDocument, lang: string): readonly string[] {
  const { agencies, acts, forms, facts, events } = document
  const say = sayIn(listPhrases, lang)
  const sections = [
    { title: say('agencies'), rows: agencies.map(({ name, label }) => [name, textIn(label, lang)]) },
    { title: say('acts'), rows: acts.map(({ name, topic, phrase }) => [name, topic, textIn(phrase, lang)]) },
    { title: say('forms'), rows: forms.map(({ name, asks }) => [name, asks.join(', ')]) },
    { title: say('facts'), rows: facts.map((fact) => factRow(fact, say, lang)) },
    { title: say('events'), rows: events.map(({ name, label }) => [name, textIn(label, lang)]) },
  ]
  return sections.flatMap(({ title, rows }) => [title, ...tableLines(rows).map((line) => `  ${line}`), ''])
}

type ListSay = Say<keyof typeof listPhrases.en>

function factRow(fact: ShownFact, say: ListSay, lang: string): readonly string[] {
  return [fact.name, typeWords(fact, say, lang), fact.isProtected ? say('protected') : '', textIn(fact.question, lang)]
}

function typeWords({ type, values, min, max, unit, canBeNever }: ShownFact, say: ListSay, lang: string): string {
  if (values !== null) return say('one-of', { count: values.length })
  if (min === null || max === null) return say(type === 'date' ? 'date' : 'yes-no')
  const range = { from: min, to: amountWords(max, unit, lang) }
  return say(canBeNever ? 'range-or-never' : 'range', range)
}
