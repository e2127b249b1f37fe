/** Characters that no law needs: whoever reads the text would see something else. */
import { fileProblem, type PolicyProblem } from '../file-problem.ts'
import { hiddenIn, nameOfCharacter } from '../hidden-character.ts'

/** After this many the text is probably no law at all. */
const mostTold = 20

/**
 * Finds the characters of a text that do not show.
 *
 * @example
 * hiddenCharacters('us/xx/a.policy', 'note \u202E')[0].values // => { character: 'U+202E' }
 */
export function hiddenCharacters(file: string, text: string): readonly PolicyProblem[] {
  return hiddenIn(text)
    .slice(0, mostTold)
    .map(({ offset, character }) => {
      const lines = text.slice(0, offset).split(/\r\n?|\n/)
      const place = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
      return fileProblem('POL-0113', place, { character: nameOfCharacter(character) })
    })
}
