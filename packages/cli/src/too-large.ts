/** Law that is too large to be decided, as a problem. */
import type { DiagramTooLarge } from '@brightline/engine'
import { Refusal } from './refusal.ts'

/** Tells it by its name, so that the engine is not loaded to explain something else. */
export function isTooLarge(error: unknown): error is DiagramTooLarge {
  return error instanceof Error && error.name === 'DiagramTooLarge'
}

/** Makes the end of a command that decides nothing under such law. */
export function tooLarge({ outgrown }: DiagramTooLarge): Refusal {
  const room = Object.entries(outgrown).flatMap(([name, value]): readonly [string, string | number][] =>
    name === 'kind' || value === null ? [] : [[name, value]],
  )
  return new Refusal([
    { code: 'REQ-0019', severity: 'error', where: { kind: 'whole' }, values: Object.fromEntries(room) },
  ])
}
