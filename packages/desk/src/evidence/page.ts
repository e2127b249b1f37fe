/** The pages of the evidence check: which paper, what to look at on it, and what it shows. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Stack } from '@brightline/engine'
import { conditionWords } from '@brightline/wording'
import { drawPlace, drawSheet } from '../form-picture/draw.ts'
import { wholeNumbers } from '../form-picture/form-number.ts'
import { lookOf } from '../form-picture/look.ts'
import { sayIntake } from '../intake/words.ts'
import type { Faults } from '../screen/form.ts'
import { icon } from '../screen/icon.ts'
import { factsOfCheck } from './facts.ts'
import type { Finding } from './finding.ts'
import {
  answers,
  checkedForms,
  lookOfForm,
  placeOf,
  questionsOf,
  type CheckedForm,
  type EvidenceAnswers,
  type EvidenceQuestion,
} from './question.ts'
import { sayEvidence } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

/** Names a paper. */
export function formWords(form: CheckedForm, lang: string): string {
  return form === 'other-paper' ? sayEvidence(lang)('other-paper') : sayIntake(lang)(form)
}

const iconOf = { none: 'none', 'violator-file': 'screen', 'cannot-tell': 'unsure' } as const

/** Makes the choice of the paper. */
export function paperChoice(lang: string): Markup {
  const say = sayEvidence(lang)
  const drawn = checkedForms.map((form) => {
    const words = form === 'other-paper' ? say('other-paper-words') : sayIntake(lang)(`${form}-words`)
    return wayItem(form, drawSheet(lookOf(lookOfForm(form))), { name: formWords(form, lang), words })
  })
  const others = (['none', 'violator-file', 'cannot-tell'] as const).map((value) =>
    wayItem(value, icon(iconOf[value]), {
      name: say(`paper-${value}`),
      words: say(`paper-${value}-words`),
    }),
  )
  return markup`<ul class="way-list" id="form" tabindex="-1">${others.slice(0, 1)}${drawn}${others.slice(1)}</ul>`
}

function wayItem(
  value: string,
  picture: Markup,
  { name, words }: { readonly name: string; readonly words: string },
): Markup {
  return markup`<li><button class="way" name="form" value="${value}">${picture}<span><b>${wholeNumbers(name)}</b><span>${words}</span></span></button></li>`
}

/** Makes the questions about a paper, each with the part of it where to look. */
export function questionList(lang: string, form: CheckedForm, given: EvidenceAnswers, faults: Faults): Markup {
  const items = questionsOf(form).map((question) => {
    const fault = faults.get(question)
    return questionItem(lang, form, { question, chosen: given.get(question), fault })
  })
  return markup`<div class="looks">${items}</div>`
}

interface Item {
  readonly question: EvidenceQuestion
  readonly chosen: string | undefined
  readonly fault: string | undefined
}

function questionItem(lang: string, form: CheckedForm, { question, chosen, fault }: Item): Markup {
  const say = sayEvidence(lang)
  const choices = answers.map((value, at) => {
    const isChosen = chosen === value ? trusted(' checked') : null
    const id = at === 0 ? markup` id="${question}"` : null
    return markup`<label><input type="radio"${id} name="${question}" value="${value}"${isChosen}><span>${say(value)}</span></label>`
  })
  const wrong = fault === undefined ? null : markup`<p class="fault">${fault}</p>`
  return markup`<fieldset class="look${fault === undefined ? '' : ' wrong'}"><legend>${say(question)}</legend>
${drawPlace(lookOf(lookOfForm(form)), placeOf[question])}<div><p class="hint">${say(`${question}-hint`)}</p>${wrong}<div class="three">${choices}</div></div></fieldset>`
}

/** Gives the heading of a finding: what the paper shows itself to be. */
export function findingTitle({ kind, lacks }: Finding, lang: string): string {
  const say = sayEvidence(lang)
  if (kind === 'court-paper' && lacks.length > 0) return say('result-title-court-lacks')
  return say(`result-title-${kind}`)
}

/** Makes the finding: what is missing and what would cure it, what nobody could tell, and the facts on record. */
export function findingMain(finding: Finding, lang: string): Markup {
  const say = sayEvidence(lang)
  const { lacks, untold, clerkCounts } = finding
  const missing = lacks.map((lack) => markup`<li>${say(`lack-${lack}`)}</li>`)
  const open = untold.map((question) => markup`<li>${say(question)}</li>`)
  return markup`${clerkCounts ? markup`<div class="note"><p>${say('result-clerk')}</p></div>` : null}
<section class="section"><h2>${say('result-lacks')}</h2>${lacks.length === 0 ? markup`<p>${say('result-none')}</p>` : markup`<ul class="plain-list">${missing}</ul>`}</section>
${untold.length === 0 ? null : markup`<section class="section"><h2>${say('result-untold')}</h2><p class="soft">${say('result-untold-lead')}</p><ul class="plain-list">${open}</ul></section>`}`
}

/** Makes the list of the facts that are on record now, in the words of the law. */
export function factList(
  stack: Stack,
  values: ReadonlyMap<string, { readonly value: unknown }>,
  lang: string,
): Markup | null {
  const facts = ['warrant.form', ...factsOfCheck].flatMap((fact) => {
    const value = values.get(fact)?.value
    if (typeof value !== 'string') return []
    const words = conditionWords({ kind: 'is', fact, values: [value] }, stack.vocabulary, lang)
    return [markup`<li>${sentenceCase(words, lang)}.</li>`]
  })
  if (facts.length === 0) return null
  return markup`<section class="section"><h2>${sayEvidence(lang)('result-facts')}</h2><ul class="plain-list">${facts}</ul></section>`
}
