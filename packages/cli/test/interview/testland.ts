/** The invented law as a library, and interviews over it. */
import { journey, stackOf, withAnswer, type AnswerJson, type Answers, type Stack, type Step } from '@brightline/engine'
import { readAllLaw } from '@brightline/law-files'
import { law, opened } from '../command.ts'

const reading = await readAllLaw(opened(law))

/** The stack of a place on the date of these tests. */
export function stackAt(place: string, asOf = '2026-11-01'): Stack {
  return stackOf(reading.library, place, asOf)
}

/** The step that comes after these answers. */
export function stepAfter(stack: Stack, given: readonly AnswerJson[]): Step {
  const answers = given.reduce<Answers>((before, answer) => {
    const after = withAnswer(stack, before, journey(stack, before).next.address, answer)
    if (!after.ok) throw new Error(`refused: ${String(answer)}`)
    return after.value
  }, {})
  return journey(stack, answers).next
}
