/** Problems that leave nothing to go on with: told on standard error, exit 2. */
import type { Problem, Where } from '@brightline/language'
import { inLanguage, sentence, type ByLanguage } from '@brightline/wording'

/** Says where a problem is in the words of the command line, such as a flag; null where nothing need be said. */
export type PlaceWords = (where: Where) => string | null

/** Ends a command. It holds problems, and no sentence. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]
  /** Null says places as they are. */
  readonly placeWords: PlaceWords | null

  constructor(problems: readonly Problem[], placeWords: PlaceWords | null = null) {
    super(problems.map(({ code }) => code).join(', '))
    this.name = 'Refusal'
    this.problems = problems
    this.placeWords = placeWords
  }
}

/** The commands that show what a repair needs; the sentences themselves know no command. */
const commandByCode: Readonly<Record<string, string>> = {
  'LAW-0103': 'brightline check',
  'LAW-0107': 'brightline check --help',
  'REQ-0008': 'brightline places',
}

const seeWords: ByLanguage<string> = { en: 'see', es: 'vea' }

/** Makes the line of a problem in what the command was given. */
export function problemLine(problem: Problem, lang: string, placeWords: PlaceWords | null = null): string {
  const { message, help, where } = sentence(problem, lang)
  const place = (placeWords === null ? where : placeWords(problem.where)) ?? 'brightline'
  const command = commandByCode[problem.code]
  const parts = [
    `${place}: ${problem.code}: ${message}`,
    ...(help === null ? [] : [help]),
    ...(command === undefined ? [] : [seeCommand(command, lang)]),
  ]
  return parts.join('; ')
}

/** Points to a command that shows more. */
export function seeCommand(command: string, lang: string): string {
  return `${inLanguage(seeWords, lang)} \`${command}\``
}
