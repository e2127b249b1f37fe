/** The invented law as a library, and interviews over it. */
import {
  interview,
  nextStep,
  stackOf,
  type FactValue,
  type Input,
  type Interview,
  type Stack,
  type Step,
} from '@brightline/engine'
import { readAllLaw } from '@brightline/law-files'
import { law, opened } from '../command.ts'

const reading = await readAllLaw(opened(law))

/** The stack of a place on the date of these tests. */
export function stackAt(place: string, asOf = '2026-11-01'): Stack {
  return stackOf(reading.library, place, asOf)
}

/** A short way to write an input: a value, or `?` for cannot say, `<` for back, `!` to confirm, `#n` to change an answer. */
function toInput(short: FactValue): Input {
  if (short === '?') return { kind: 'cannot-say' }
  if (short === '<') return { kind: 'back' }
  if (short === '!') return { kind: 'confirm' }
  const change = /^#(\d+)$/.exec(String(short))
  return change === null ? { kind: 'answer', value: short } : { kind: 'change', index: Number(change[1]) }
}

/** The interview after these inputs. */
export function after(start: Interview, inputs: readonly FactValue[]): Interview {
  return inputs.reduce((now, short) => interview(now, toInput(short)), start)
}

/** What a step asks, in a word. */
export function asks(step: Step): string {
  switch (step.kind) {
    case 'fact':
      return step.question.fact
    case 'time':
      return `time of ${step.event.name}`
    case 'act':
    case 'check':
    case 'decision':
      return step.kind
  }
}

/** What the next step asks. */
export function next(now: Interview): string {
  return asks(nextStep(now))
}
