/** The meaning of a provision for the cases of an act, without where it stands. */
import type { Duty, NotEncoded, Rule } from '@brightline/language'
import { needsPower } from '../stack/stack.ts'
import { concerns } from '../interpret/interpret.ts'
import type { Stack } from '../stack/layer.ts'

/** A provision that bears on the answer on an act. */
type Meant = Rule | Duty | NotEncoded

/** Writes a provision as text, equal for two that say the same, without its dates, notes or place in a file. */
export function meaningOf(provision: Meant): string {
  const known = meanings.get(provision)
  if (known !== undefined) return known
  const made = JSON.stringify(provision, (key, value: unknown) => (beside.has(key) ? undefined : untranslated(value)))
  meanings.set(provision, made)
  return made
}

/** Drops the translations of a text, which add nothing to the law. */
function untranslated(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'en' in value ? value.en : value
}

const meanings = new WeakMap<Meant, string>()
const beside = new Set([
  'position',
  'inForce',
  'contested',
  'challenged',
  'mark',
  'note',
  'cite',
  'isPart',
  'section',
  'label',
  'forcedBy',
  'title',
  'because',
  'own',
  'overridesAllOf',
  'isForAnybody',
])

/** Tells whether two provisions say the same. */
function isSame(one: Meant, other: Meant): boolean {
  return one === other || meaningOf(one) === meaningOf(other)
}

/** Tells whether the law of two stacks on an act is the same, provision by provision. */
export function isSameLaw(left: Stack, right: Stack, act: string): boolean {
  if (needsPower(left, act) !== needsPower(right, act)) return false
  const [one, other] = [lawOn(left, act), lawOn(right, act)]
  return one.length === other.length && one.every((part, index) => isSamePart(part, other[index]))
}

/**
 * Lists the provisions on an act that only one side has, or has in another wording, rank or force: in both
 * wordings. Where none of them applies, the two sides say the same.
 */
export function changedProvisions(left: Stack, right: Stack, act: string): readonly Meant[] {
  const [one, other] = [placedOn(left, act), placedOn(right, act)]
  const alone = (mine: Placed, theirs: Placed): readonly Meant[] =>
    [...mine].flatMap(([id, { provision, standing }]) => {
      const twin = theirs.get(id)
      return twin !== undefined && twin.standing === standing && isSame(provision, twin.provision) ? [] : [provision]
    })
  return [...alone(one, other), ...alone(other, one)]
}

type Placed = ReadonlyMap<string, { readonly provision: Meant; readonly standing: string }>

function placedOn(stack: Stack, act: string): Placed {
  return new Map(
    stack.layers.flatMap(({ rank, instruments }) =>
      instruments.flatMap(({ rules, duties, notEncoded, contested }) => {
        const bearing = [
          ...notEncoded.filter(({ acts }) => acts.includes(act)),
          ...rules.filter(({ acts }) => acts.includes(act)),
          ...duties.filter((duty) => concerns(duty, act)),
        ]
        return bearing.map(
          (provision) => [provision.id, { provision, standing: `${rank} ${contested.has(provision.id)}` }] as const,
        )
      }),
    ),
  )
}

type Part = string | Meant

function isSamePart(one: Part, other: Part | undefined): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return other !== undefined && isSame(one, other)
}

function lawOn(stack: Stack, act: string): readonly Part[] {
  return stack.layers.flatMap(({ rank, instruments }) =>
    instruments.flatMap(({ instrument, rules, duties, notEncoded, contested }): readonly Part[] => {
      const bearing = rules.filter((rule) => rule.acts.includes(act))
      const rest = [
        ...duties.filter((duty) => concerns(duty, act)),
        ...notEncoded.filter(({ acts }) => acts.includes(act)),
      ]
      if (bearing.length + rest.length === 0) return []
      const unsure = bearing.filter(({ id }) => contested.has(id)).map(({ id }) => id)
      return [rank, instrument.id, unsure.join(), ...bearing, ...rest]
    }),
  )
}
