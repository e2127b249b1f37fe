/** The interview at a terminal: shows a page, reads a line, moves on. */
import {
  agencyFact,
  answer,
  formFact,
  joinParts,
  journey,
  localTime,
  previous,
  readRequest,
  requestOf,
  stepAt,
  withAnswer,
  writeTime,
  readTime,
  zoneOf,
  type Answers,
  type Journey,
  type Stack,
  type Step,
} from '@brightline/engine'
import {
  asideWords,
  askableLines,
  checkLines,
  helpLines,
  pageLines,
  refusalWords,
  repeatLines,
  startLines,
  turnWords,
} from '@brightline/wording'
import type { Context } from '../context.ts'
import { lawFlags } from '../flag/law.ts'
import { printDecisions } from '../request/print-decisions.ts'
import { print } from '../terminal/output.ts'
import type { Ending } from './at-terminal.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { readReply, type Reply, type Setting } from './reply.ts'
import { programName, repeatCommand, type Calling } from './repeat.ts'

/** The beginning of an interview. */
export interface Beginning extends Calling {
  readonly stack: Stack
  readonly agency: string | null
  readonly form: string | null
  /** Gives this instant, ISO 8601. */
  readonly now: () => string
}

/** Takes from the program what an interview needs. */
export function callingOf(context: Pick<Context, 'folders' | 'now'>): Pick<Beginning, 'program' | 'law' | 'now'> {
  return {
    program: programName(process.env),
    law: lawFlags(context.folders()),
    now: () => context.now().toString(),
  }
}

/** Where the conversation stands. */
interface Turn {
  readonly answers: Answers
  /** The step that is visited; null is the next one. */
  readonly at: string | null
  readonly message: string | null
  readonly isNewPage: boolean
}

/** Talks until there is a decision or the person leaves. Writes nothing but to the terminal and standard output. */
export async function converse(terminal: Terminal, beginning: Beginning): Promise<Ending> {
  const { stack, lang } = beginning
  for (const line of startLines(lang)) terminal.say(line)
  let turn: Turn = { answers: answersOf(beginning), at: null, message: null, isNewPage: true }
  for (;;) {
    const now = journey(stack, turn.answers)
    const step = (turn.at === null ? null : stepAt(now, turn.at)) ?? now.next
    const setting = settingOf(now, step, beginning)
    for (const line of shownLines(now, step, turn, setting)) terminal.say(line)
    const typed = await terminal.ask()
    if (typed.kind !== 'line') return typed.kind
    const reply = readReply(step, typed.text, setting)
    if (reply.kind === 'quit') return 'ended'
    if (reply.kind === 'help') for (const line of helpLines(now, step, lang)) terminal.say(line)
    if (step.kind === 'check' && reply.kind === 'go-on') {
      terminal.say()
      terminal.say(turnWords('decision-title', lang))
      printAnswer(now, beginning)
      return 'decided'
    }
    turn = turnAfter({ turn, now, step, lang }, reply)
  }
}

function answersOf({ agency, form }: Beginning): Answers {
  return { ...(agency === null ? {} : { [agencyFact]: agency }), ...(form === null ? {} : { [formFact]: form }) }
}

function settingOf(now: Journey, step: Step, { stack, lang, now: instant }: Beginning): Setting {
  const zone = zoneOf(stack.library, stack.place)
  const local = localNow(instant(), zone)
  return {
    lang,
    zone,
    now: local,
    answers: now.path.length,
    isAnswered: now.path.some((visited) => visited.step.address === step.address),
    enterIsNow: step.kind === 'time' && step.event.name === 'receipt' && local.startsWith(stack.asOf),
  }
}

/** The time that the clock of the place shows, with its offset on the night on which it shows it twice. */
function localNow(instant: string, zone: string): string {
  const read = readTime(`${instant.slice(0, 16)}Z`, { zone, today: null })
  return read.ok ? writeTime(read.value.at) : localTime(instant, zone)
}

function shownLines(
  now: Journey,
  step: Step,
  { message, isNewPage }: Turn,
  { lang, enterIsNow }: Setting,
): readonly string[] {
  const aside = step.kind === 'check' ? null : asideWords(now, step, lang)
  const page = step.kind === 'check' ? checkLines(now, lang) : pageLines(now, step, lang, enterIsNow)
  const told = message ?? (isNewPage ? aside : null)
  return [...(isNewPage ? page : []), ...(told === null ? [] : [`  ! ${told}`])]
}

/** The page at which a reply is given. */
interface Page {
  readonly turn: Turn
  readonly now: Journey
  readonly step: Step
  readonly lang: string
}

/** Finds where a reply leads. */
function turnAfter(page: Page, reply: Reply): Turn {
  const { turn, now, step, lang } = page
  const { stack } = now
  const visit = (at: string | null): Turn => ({ ...turn, at, message: null, isNewPage: true })
  const stay = (message: string | null, isNewPage: boolean): Turn => ({ ...turn, message, isNewPage })
  switch (reply.kind) {
    case 'again':
      return stay(reply.message, false)
    case 'help':
    case 'quit':
      return stay(null, true)
    case 'back': {
      const before = previous(stack, turn.answers, step.address)
      return before === null ? stay(turnWords('nothing-before', lang), true) : visit(before)
    }
    case 'change':
      return visit(now.path[reply.index]?.step.address ?? null)
    case 'go-on': {
      const at = now.path.findIndex((visited) => visited.step.address === step.address)
      return visit(now.path[at + 1]?.step.address ?? null)
    }
    case 'answer':
      return turnWith(page, reply.answer)
  }
}

/** Takes an answer, or stays and says why it is refused. */
function turnWith({ turn, now, step, lang }: Page, answered: Extract<Reply, { kind: 'answer' }>['answer']): Turn {
  const after = withAnswer(now.stack, turn.answers, step.address, answered)
  if (after.ok) return { answers: after.value, at: null, message: null, isNewPage: true }
  const [refusal] = after.problems
  const message = refusal === undefined || step.kind === 'check' ? null : refusalWords(step, refusal, lang)
  return { ...turn, message, isNewPage: true }
}

/** Prints the decision, and how to see it again. */
function printAnswer(now: Journey, { lang, stack, ...calling }: Beginning): void {
  const asked = requestOf(now)
  const raw = joinParts([asked])
  const request = raw.ok ? readRequest(stack.library, raw.value) : raw
  // INVARIANT: every answer was read on its way, and all of them together are possible.
  if (!request.ok) throw new Error(`the interview gives no request: ${request.problems.map(({ code }) => code).join()}`)
  printDecisions(answer(request.value), stack, lang)
  for (const line of askableLines(now, lang)) print(line)
  print()
  const { command, leftOut } = repeatCommand(asked, stack.vocabulary, { lang, ...calling })
  for (const line of repeatLines(command, leftOut, lang)) print(line)
}
