/** Problems that leave nothing to go on with: told on standard error, exit 2. */
import type { Problem } from '@brightline/language'
import { sentence } from '@brightline/wording'

/** Ends a command. It holds problems, and no sentence. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '))
    this.name = 'Refusal'
    this.problems = problems
  }
}

/** Makes the line of a problem in what the command was given. */
export function problemLine(problem: Problem, lang: string): string {
  const { message, help, where } = sentence(problem, lang)
  const place = where === null ? 'brightline' : where
  return `${place}: ${problem.code}: ${message}${help === null ? '' : `; ${help}`}`
}
