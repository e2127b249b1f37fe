/** What is not encoded and could change an answer. */
import type { NotEncoded, Verdict } from '@brightline/language'
import type { CompiledAct } from '../diagram/compile.ts'
import type { Missing } from './decision.ts'
import { testFor } from './duty-truth.ts'

/**
 * Lists the provisions that are not encoded and may bear on the act, from the top. Under a layer that requires or forbids,
 * nothing that stands lower can change the answer; `top` is the index of that layer.
 */
export function missingFor(
  compiled: CompiledAct,
  possible: readonly number[],
  verdict: Verdict,
  top: number,
): readonly Missing[] {
  const { layers } = compiled
  const last = verdict === 'required' || verdict === 'prohibited' ? top : layers.length
  return layers.slice(0, last + 1).flatMap(({ rank, speakers }) =>
    speakers.flatMap(({ notEncoded }) =>
      notEncoded.flatMap((one) => {
        const truth = testFor(compiled, one)(possible)
        return truth === 'no' ? [] : [toMissing(one, rank, truth === 'yes')]
      }),
    ),
  )
}

function toMissing({ id, cite, isPart, title, because }: NotEncoded, layer: string, certain: boolean): Missing {
  return { provision: id, cite, isPart, layer, title, because, certain }
}
