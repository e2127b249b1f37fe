/** Problems that leave nothing to go on with: told on standard error, exit 2. */
import type { Problem } from '@brightline/language'
import { inLanguage, sentence, type ByLanguage } from '@brightline/wording'

/** Ends a command. It holds problems, and no sentence. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '))
    this.name = 'Refusal'
    this.problems = problems
  }
}

/** The commands that show what a repair needs; the sentences themselves know no command. */
const commandByCode: Readonly<Record<string, string>> = {
  'LAW-0103': 'brightline check',
  'REQ-0008': 'brightline places',
}

const seeWords: ByLanguage<string> = { en: 'see', es: 'vea' }

/** Makes the line of a problem in what the command was given. */
export function problemLine(problem: Problem, lang: string): string {
  const { message, help, where } = sentence(problem, lang)
  const command = commandByCode[problem.code]
  const parts = [
    `${where ?? 'brightline'}: ${problem.code}: ${message}`,
    ...(help === null ? [] : [help]),
    ...(command === undefined ? [] : [`${inLanguage(seeWords, lang)} \`${command}\``]),
  ]
  return parts.join('; ')
}
