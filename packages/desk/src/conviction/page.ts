/** The pages of convictions: rows to type them into, and what followed from them. */
import { markup, type Markup } from '@brightline/documents/html'
import { questionStep, type Stack } from '@brightline/engine'
import { answerWords, questionWords } from '@brightline/wording'
import type { CaseRecord } from '../case/read-case.ts'
import { dayExample, dayField } from '../screen/day-field.ts'
import { listField, textField, type Faults } from '../screen/form.ts'
import { derivedFactsOf } from './derive.ts'
import type { TypedConviction } from './typed.ts'
import { sayConviction } from './words.ts'

const nothing: TypedConviction = { offence: '', level: '', day: '', month: '', year: '', court: '' }

/** Makes rows with what was typed, and empty ones up to a number. */
export function convictionRows(
  lang: string,
  { typed, rows }: { readonly typed: readonly TypedConviction[]; readonly rows: number },
  faults: Faults,
): readonly Markup[] {
  const count = Math.max(rows, typed.length)
  return Array.from({ length: count }, (_, at) => rowOf(lang, at, { row: typed[at] ?? nothing, faults }))
}

function rowOf(
  lang: string,
  at: number,
  { row, faults }: { readonly row: TypedConviction; readonly faults: Faults },
): Markup {
  const say = sayConviction(lang)
  const levels = (['level-unknown', 'felony', 'misdemeanor'] as const).map((key) => ({
    value: key === 'level-unknown' ? '' : key,
    name: say(key),
  }))
  const courts = (['court-unknown', 'court-here', 'court-elsewhere'] as const).map((key) => ({
    value: key === 'court-unknown' ? '' : key.replace('court-', ''),
    name: say(key),
  }))
  const date = {
    name: `date-${at}`,
    label: say('date'),
    hint: say('date-hint', { example: dayExample('2019-05-14', lang) }),
    ...{ day: row.day, month: row.month, year: row.year },
  }
  const offence = { name: `offence-${at}`, label: say('offence'), hint: say('offence-hint'), value: row.offence }
  return markup`<fieldset class="conviction"><legend>${say('row', { number: at + 1 })}</legend>
${textField(offence, faults)}${dayField(date, { faults, lang })}<div class="together">
${listField({ name: `level-${at}`, label: say('level'), value: row.level, options: levels }, faults)}
${listField({ name: `court-${at}`, label: say('court'), value: row.court, options: courts }, faults)}</div></fieldset>`
}

/** Says what is entered, and shows which questions of the law it answers. */
export function whatCounts(stack: Stack, lang: string): Markup {
  const say = sayConviction(lang)
  const items = derivedFactsOf(stack).flatMap(({ name }) => {
    const step = questionStep(stack, name)
    return step?.kind === 'fact' ? [markup`<li>${questionWords(step.question, lang)}</li>`] : []
  })
  return markup`<p class="section">${say('what-counts')}</p><details><summary>${say('what-is-asked')}</summary><ul>${items}</ul></details>`
}

/** Makes the list of what follows from convictions: each question of the law with its answer. */
export function derivedList(stack: Stack, { answers }: CaseRecord, lang: string): Markup {
  const items = derivedFactsOf(stack).flatMap(({ name }) => {
    const answer = answers.get(name)
    const step = questionStep(stack, name)
    if (answer === undefined || step === null || step.kind !== 'fact') return []
    const said = answer.value === null ? sayConviction(lang)('open') : answerWords(stack, step, answer.value, lang)
    return [markup`<div><dt>${questionWords(step.question, lang)}</dt><dd>${said}</dd></div>`]
  })
  return markup`<dl class="said">${items}</dl>`
}
