/** The provisions of an instrument by the act that they are about. */
import type { Duty, NotEncoded, Rule } from '@brightline/language'
import type { Layer, Stack, Standing } from './layer.ts'

/** What an instrument has on one act. */
export interface OnAct {
  readonly rules: readonly Rule[]
  /** The duties that can arise from a request about the act. */
  readonly duties: readonly Duty[]
  /** What may bear on the act and is not encoded. */
  readonly notEncoded: readonly NotEncoded[]
}

const nothing: OnAct = { rules: [], duties: [], notEncoded: [] }

/** Lists what an instrument has on an act, in the order of its text. It is sorted by acts once. */
export function onAct(standing: Standing, act: string): OnAct {
  const known = sortedByStanding.get(standing) ?? sort(standing)
  sortedByStanding.set(standing, known)
  return known.get(act) ?? nothing
}

const sortedByStanding = new WeakMap<Standing, ReadonlyMap<string, OnAct>>()

/** The instruments of one rank that have something on an act. */
export interface LayerOnAct {
  readonly rank: Layer['rank']
  readonly speakers: readonly (OnAct & { readonly standing: Standing })[]
}

/** Lists the instruments of a stack that have something on an act, in layers from the top, once. */
export function layersOnAct(stack: Stack, act: string): readonly LayerOnAct[] {
  const byAct = layersByStack.get(stack) ?? new Map<string, readonly LayerOnAct[]>()
  layersByStack.set(stack, byAct)
  const known = byAct.get(act)
  if (known !== undefined) return known
  const layers = stack.layers
    .map(({ rank, instruments }) => ({
      rank,
      speakers: instruments.flatMap((standing) => {
        const own = onAct(standing, act)
        return own === nothing ? [] : [{ standing, ...own }]
      }),
    }))
    .filter(({ speakers }) => speakers.length > 0)
  byAct.set(act, layers)
  return layers
}

const layersByStack = new WeakMap<Stack, Map<string, readonly LayerOnAct[]>>()

interface Sorted {
  readonly rules: Rule[]
  readonly duties: Duty[]
  readonly notEncoded: NotEncoded[]
}

function sort({ rules, duties, notEncoded }: Standing): ReadonlyMap<string, OnAct> {
  const sorted = new Map<string, Sorted>()
  const onEach = (provision: Rule | Duty | NotEncoded): readonly Sorted[] =>
    [...new Set(actsOf(provision))].map((act) => {
      const own = sorted.get(act) ?? { rules: [], duties: [], notEncoded: [] }
      sorted.set(act, own)
      return own
    })
  for (const rule of rules) for (const own of onEach(rule)) own.rules.push(rule)
  for (const duty of duties) for (const own of onEach(duty)) own.duties.push(duty)
  for (const one of notEncoded) for (const own of onEach(one)) own.notEncoded.push(one)
  return sorted
}

/** Lists the acts that a provision is about: of a duty those from whose request it can arise. */
export function actsOf(provision: Rule | Duty | NotEncoded): readonly string[] {
  if (provision.kind !== 'duty') return provision.acts
  const { trigger } = provision
  return trigger.kind === 'on-request' || trigger.kind === 'after' ? trigger.acts : []
}
