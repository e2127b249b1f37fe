/** A decision for people, in English or Spanish. */
import { toQuestion, type Decision, type DecisionDocument, type Stack } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { changeWords, dueWords, limitsWords, namesOf, questionWords, sentence } from '@brightline/wording'
import { languageName } from './language-name.ts'
import { paint, print } from './output.ts'
import { words, type Lang } from './words.ts'

/** Prints every decision of a request. */
export function printDecisions(document: DecisionDocument, stack: Stack, lang: Lang): void {
  const place = stack.library.places.find(({ id }) => id === document.place)
  const agency = stack.vocabulary.agencies.find(({ name }) => name === document.agency)?.label
  print(
    `${paint('bold', place?.title ?? document.place)}${agency === undefined ? '' : `, ${textIn(agency, lang)}`}, ${words[lang].asOf} ${document.asOf}`,
  )
  for (const { fact, possible } of document.derived) print(`  ${fact}: ${possible.join(` ${words[lang].or} `)}`)
  for (const note of document.notes) {
    const { message, help } = sentence(note, lang)
    print(`  ${paint('yellow', '!')} ${message}${help === null ? '' : `; ${help}`}`)
  }
  for (const decision of document.decisions) printDecision(decision, stack, lang)
}

/** Prints one decision: verdict, reasons, duties, and what could change it. */
function printDecision(decision: Decision, stack: Stack, lang: Lang): void {
  const say = words[lang]
  const act = textIn(
    stack.vocabulary.acts.find(({ name }) => name === decision.act)?.phrase ?? { en: decision.act },
    lang,
  )
  print()
  print(`${paint('bold', say.verdict[decision.verdict])} ${act}`)
  if (decision.decider !== null) print(`  ${say.decider}: ${textIn(decision.decider, lang)}`)
  if (decision.limit !== null)
    print(
      `  ${limitsWords(decision.limit.limits, namesOf(stack, lang), lang)}${decision.limit.at === null ? '' : ` (${say.until} ${timeWords(decision.limit.at)})`}`,
    )
  if (decision.verdict === 'needs-facts') {
    print(`  ${say.possible}: ${decision.possible.map((verdict) => say.possibleVerdict[verdict]).join(', ')}`)
  }
  for (const flag of decision.flags) print(`  ${paint('yellow', '!')} ${say.flag[flag]}`)
  printReasons(decision, lang)
  printReadings(decision, lang)
  printDuties(decision, stack, lang)
  if (decision.ask !== null) print(`  ${say.ask}: ${questionWords(decision.ask, lang)} (${decision.ask.fact})`)
  if (decision.ask !== null && decision.ask.forcedBy !== null)
    print(`    ${paint('yellow', '!')} ${say.askedByForce}: ${decision.ask.forcedBy}`)
  if (decision.nearest.length > 0) {
    print(`  ${say.nearest}:`)
    for (const { fact, to, verdict } of decision.nearest) {
      print(
        `    ${askedWords(stack, fact, lang)} ${changeWords(stack, { fact, to }, lang)} -> ${say.possibleVerdict[verdict]}`,
      )
    }
  }
}

function printReasons(decision: Decision, lang: Lang): void {
  const say = words[lang]
  // Without a verdict, no rule has decided yet.
  for (const reason of decision.verdict === 'needs-facts' ? [] : decision.reasons) {
    const mark = reason.mark === 'read' ? '' : ` [${say.mark[reason.mark]}]`
    const certain = reason.certain ? '' : ` (${say.perhaps})`
    print(`  ${say.effect[reason.effect]} ${reason.cite}: ${say.modal[reason.modal]}${certain}${mark}`)
    if (reason.effect !== 'decides') continue
    if (reason.note !== null) print(`      ${textIn(reason.note, lang)}`)
    if (reason.source !== null)
      print(`      ${paint('dim', `${reason.source.url} (${say.read} ${reason.source.read})`)}`)
  }
}

function printReadings(decision: Decision, lang: Lang): void {
  const say = words[lang]
  for (const { without, verdicts } of decision.readings) {
    const which = without.length === 0 ? say.allCounted : `${say.without} ${without.join(', ')}`
    print(`    ${which}: ${verdicts.map((verdict) => say.possibleVerdict[verdict]).join(', ')}`)
  }
}

function printDuties(decision: Decision, stack: Stack, lang: Lang): void {
  const say = words[lang]
  for (const duty of decision.duties) {
    const due =
      duty.due === null
        ? ''
        : `, ${dueWords(duty.due, namesOf(stack, lang), lang)}${duty.at === null ? '' : ` (${timeWords(duty.at)})`}`
    const names = duty.languages.map((code) => languageName(code, lang))
    const languages = names.length === 0 ? '' : ` (${names.join(', ')})`
    const when = duty.trigger === 'after' ? ` ${say.ifDone}` : ''
    const perhaps = duty.certain ? '' : ` (${say.perhaps})`
    print(`  ${say.duty}${when}: ${textIn(duty.action, lang)}${languages}${due}${perhaps} [${duty.cite}]`)
  }
}

/** A time as a clock shows it, with its zone: `2026-11-04 18:00 America/Chicago`. */
function timeWords(at: string): string {
  return at.replace(/^(\S{10})T(\d{2}:\d{2}).*\[(.+)\]$/, '$1 $2 $3')
}

function askedWords(stack: Stack, fact: string, lang: Lang): string {
  const question = toQuestion(stack, fact)
  return question === null ? fact : questionWords(question, lang)
}
