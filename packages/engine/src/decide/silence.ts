/** Why no rule decides an act. */
import type { Silence, Verdict } from '@brightline/language'
import type { CompiledAct } from '../diagram/compile.ts'
import type { State } from '../stack/verdict.ts'
import { answeredOf } from '../stack/answered.ts'
import type { Stack } from '../stack/layer.ts'
import { layersOnAct } from '../stack/on-act.ts'
import { placesAbove } from '../stack/stack.ts'

/** Lists why no rule decides, and whether something that is not encoded could change a permission, in any case that is possible. */
export function silenceFor(
  { stack, act, needsPower }: Pick<CompiledAct, 'stack' | 'act' | 'needsPower'>,
  leaves: readonly { readonly state: State }[],
  verdict: Verdict,
): readonly Silence[] {
  if (verdict !== 'no-rule' && verdict !== 'permitted') return []
  const found = leaves.map(({ state }) => answeredOf(state, needsPower).silence)
  // What is not known may mean that no duty was lifted: then it does not say that nobody need act.
  const kinds = silences.filter((kind) =>
    kind === 'duty-lifted' ? found.every((of) => of.includes(kind)) : found.some((of) => of.includes(kind)),
  )
  // A law that says nothing now and something on another day is not silent.
  return kinds.map((kind) =>
    kind === 'law-silent' && !isLawNow(stack, act) && wasLaw(stack, act) ? 'not-in-force' : kind,
  )
}

/** The kinds of silence, the weightiest first. */
const silences = ['not-encoded', 'no-power', 'duty-lifted', 'law-silent'] as const

function isLawNow(stack: Stack, act: string): boolean {
  return layersOnAct(stack, act).some(({ speakers }) => speakers.some(({ rules }) => rules.length > 0))
}

function wasLaw({ library, place }: Stack, act: string): boolean {
  const places = placesAbove(place)
  return library.instruments.some(
    (instrument) => places.includes(instrument.place) && instrument.rules.some(({ acts }) => acts.includes(act)),
  )
}
