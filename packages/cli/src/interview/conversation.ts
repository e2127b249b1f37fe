/** The interview at a terminal: shows a page, reads a line, moves on. */
import {
  answeredFacts,
  begin,
  decisionsOf,
  interview,
  nextStep,
  zoneOf,
  type Interview,
  type Refusal,
} from '@brightline/engine'
import { textIn } from '@brightline/language'
import { inLanguage } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { print } from '../terminal/output.ts'
import { printDecisions } from '../request/print-decisions.ts'
import type { Ending } from './at-terminal.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { helpPage, questionPage, startPage } from './page.ts'
import { readReply } from './reply.ts'
import { repeatCommand } from './repeat.ts'
import { interviewWords } from './words.ts'

/** What the interview begins with. */
export interface Beginning {
  readonly stack: Interview['stack']
  readonly agency: string | null
  readonly form: string | null
  readonly lang: string
  /** The flags that name the law folders, where they are not the usual ones. */
  readonly law: readonly string[]
}

/** Talks until there is a decision or the person leaves. Writes nothing but to the terminal and standard output. */
export async function converse(terminal: Terminal, beginning: Beginning): Promise<Ending> {
  const { stack, lang } = beginning
  const say = inLanguage(interviewWords, lang)
  for (const line of startPage(lang)) terminal.say(line)
  let now = begin(stack, beginning)
  let step = nextStep(now)
  let message: string | null = null
  let isNewPage = true
  while (step.kind !== 'decision') {
    const enterIsNow = step.kind === 'time' && step.event.name === 'receipt' && localNow(stack).startsWith(stack.asOf)
    if (isNewPage) for (const line of questionPage(now, step, lang, enterIsNow)) terminal.say(line)
    if (message !== null) terminal.say(`  ! ${message}`)
    const typed = await terminal.ask()
    if (typed.kind !== 'line') return typed.kind
    const reply = readReply(step, typed.text, { lang, now: localNow(stack), answers: now.answered.length, enterIsNow })
    if (reply.kind === 'quit') return 'ended'
    isNewPage = reply.kind !== 'again'
    message = reply.kind === 'again' ? reply.message : null
    if (reply.kind === 'help') for (const line of helpPage(now, step, lang)) terminal.say(line)
    if (reply.kind === 'input') {
      now = interview(now, reply.input)
      step = nextStep(now)
      message = now.refusal === null ? null : refusalWords(now.refusal, lang)
    }
  }
  terminal.say()
  terminal.say(say.decisionTitle)
  printAnswer(now, beginning)
  return 'decided'
}

/** Prints the decision, and how to see it again. */
function printAnswer(now: Interview, { lang, law }: Beginning): void {
  const say = inLanguage(interviewWords, lang)
  const { stack } = now
  const agency = answeredFacts(now).get('agency')
  const decisions = decisionsOf(now)
  const name = agency?.kind === 'value' ? String(agency.value) : null
  printDecisions(
    {
      version: 2,
      place: stack.place,
      agency: name,
      asOf: stack.asOf,
      derived: [],
      events: [],
      notes: [],
      decisions,
    },
    stack,
    lang,
  )
  const { command, leavesOut } = repeatCommand(now, lang, law)
  print()
  print(say.repeat)
  print(`  ${command}`)
  if (leavesOut) print(`  ${say.repeatWithout}`)
}

function refusalWords(refusal: Refusal, lang: string): string {
  const say = inLanguage(interviewWords, lang)
  if (refusal.kind === 'nothing-before') return say.nothingBefore
  return say.impossible(refusal.reason === null ? say.impossibleTogether : textIn(refusal.reason, lang))
}

function localNow({ library, place }: Interview['stack']): string {
  return Temporal.Now.plainDateTimeISO(zoneOf(library, place)).toString({ smallestUnit: 'minute' })
}
