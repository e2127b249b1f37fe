/** The command line that gives the same decision without an interview. */
import { actsOf, agencyFact, formFact, type Answered, type Interview } from '@brightline/engine'
import { dateOf } from '@brightline/language'

/** The command, and whether a protected answer was left out of it: a command line ends in the shell's history. */
export interface Repeat {
  readonly command: string
  readonly leavesOut: boolean
}

/** Writes the command. `law` holds the flags that name the law folders, where they are not the usual ones. */
export function repeatCommand(now: Interview, lang: string, law: readonly string[]): Repeat {
  const facts = now.answered.filter(({ subject }) => subject.kind === 'fact')
  const shown = facts.filter(({ subject }) => !isProtected(now, subject.name))
  const form = facts.find(({ subject }) => subject.name === formFact)
  const hasForm = form?.state.kind === 'value' && !now.answered.some(({ subject }) => subject.kind === 'act')
  const words = [
    'brightline',
    ...law,
    'decide',
    now.stack.place,
    ...(hasForm ? [] : actsOf(now)),
    ...shown.flatMap((answered) => factWords(now, answered, hasForm)),
    ...now.answered.flatMap(({ subject, state }) =>
      subject.kind === 'time' && state.kind === 'value' ? ['--event', `${subject.name}=${state.value}`] : [],
    ),
    '--as-of',
    now.stack.asOf,
    ...(lang === 'en' ? [] : ['--lang', lang]),
  ]
  return { command: words.map(quoted).join(' '), leavesOut: shown.length < facts.length }
}

function factWords(now: Interview, { subject, state }: Answered, hasForm: boolean): readonly string[] {
  const type = now.stack.vocabulary.facts.find(({ name }) => name === subject.name)?.type
  const value =
    state.kind !== 'value' ? 'cannot-say' : type?.kind === 'date' ? dateOf(Number(state.value)) : String(state.value)
  if (subject.name === agencyFact) return ['--agency', value]
  if (subject.name === formFact && hasForm) return ['--form', value]
  return ['--fact', `${subject.name}=${value}`]
}

function isProtected(now: Interview, name: string): boolean {
  return now.stack.vocabulary.facts.some((fact) => fact.name === name && fact.isProtected)
}

/** Quotes a word for a shell where it has to be. */
function quoted(word: string): string {
  return /^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
