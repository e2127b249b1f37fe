/** The invented law of the command's tests, and ways to answer an interview over it. */
import { join } from 'node:path'
import type { Answers, AnswerJson } from '../../src/interview/answers.ts'
import { journey, type Journey, type QuestionStep } from '../../src/interview/journey.ts'
import { withAnswer } from '../../src/interview/visit.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { readLawFolder } from '../whole-law.ts'

const library = await readLawFolder(join(import.meta.dirname, '../../../cli/test/law'))

/** The stack of a place on the date of these tests. */
export function stackAt(place: string, asOf = '2026-11-01'): Stack {
  return stackOf(library, place, asOf)
}

/** The answers after each question in turn was given one; a refused one changes nothing. */
export function answered(stack: Stack, given: readonly AnswerJson[], start: Answers = {}): Answers {
  return given.reduce<Answers>((answers, answer) => {
    const after = withAnswer(stack, answers, journey(stack, answers).next.address, answer)
    return after.ok ? after.value : answers
  }, start)
}

/** The interview after these answers. */
export function after(stack: Stack, given: readonly AnswerJson[], start: Answers = {}): Journey {
  return journey(stack, answered(stack, given, start))
}

/** The addresses of the answered questions. */
export function pathOf({ path }: Journey): readonly string[] {
  return path.map(({ step }) => step.address)
}

/** The answers that a question can have, a few for numbers, dates and times. */
export function answersTo(step: QuestionStep): readonly AnswerJson[] {
  if (step.kind === 'act') return step.acts.map(({ name }) => name)
  if (step.kind === 'time') return ['2026-11-01T10:00', null]
  const unknown = step.fact === null ? [] : [null]
  const type = step.fact?.type
  if (type?.kind === 'number') return [0, 15, 16, 99, 'never', ...unknown]
  if (type?.kind === 'date') return ['2022-01-08', '2025-12-31', '2026-01-01', '2027-07-01', ...unknown]
  return [...step.question.answers.map(({ value }) => value), ...unknown]
}
