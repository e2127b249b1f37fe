/** The meaning of a provision for the cases of an act, without where it stands. */
import type { Duty, Rule } from '@brightline/language'
import { concerns } from '../interpret/interpret.ts'
import type { Stack } from '../stack/layer.ts'

/** Writes a rule or duty as text, equal for two that say the same, without its dates, notes or place in a file. */
export function meaningOf(provision: Rule | Duty): string {
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

const meanings = new WeakMap<Rule | Duty, string>()
const beside = new Set(['position', 'inForce', 'contested', 'mark', 'note', 'cite', 'section', 'label', 'forcedBy'])

/** Tells whether two provisions say the same. */
function isSame(one: Rule | Duty, other: Rule | Duty): boolean {
  return one === other || meaningOf(one) === meaningOf(other)
}

/** Tells whether the law of two stacks on an act is the same, provision by provision. */
export function isSameLaw(left: Stack, right: Stack, act: string): boolean {
  const [one, other] = [lawOn(left, act), lawOn(right, act)]
  return one.length === other.length && one.every((part, index) => isSamePart(part, other[index]))
}

/**
 * Lists the rules and duties on an act that only one side has, or has in another wording, rank or force: in both
 * wordings. Where none of them applies, the two sides say the same.
 */
export function changedProvisions(left: Stack, right: Stack, act: string): readonly (Rule | Duty)[] {
  const [one, other] = [placedOn(left, act), placedOn(right, act)]
  const alone = (mine: Placed, theirs: Placed): readonly (Rule | Duty)[] =>
    [...mine].flatMap(([id, { provision, standing }]) => {
      const twin = theirs.get(id)
      return twin !== undefined && twin.standing === standing && isSame(provision, twin.provision) ? [] : [provision]
    })
  return [...alone(one, other), ...alone(other, one)]
}

type Placed = ReadonlyMap<string, { readonly provision: Rule | Duty; readonly standing: string }>

function placedOn(stack: Stack, act: string): Placed {
  return new Map(
    stack.layers.flatMap(({ rank, instruments }) =>
      instruments.flatMap(({ rules, duties, contested }) => {
        const bearing = [
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

type Part = string | Rule | Duty

function isSamePart(one: Part, other: Part | undefined): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return other !== undefined && isSame(one, other)
}

function lawOn(stack: Stack, act: string): readonly Part[] {
  return stack.layers.flatMap(({ rank, instruments }) =>
    instruments.flatMap(({ instrument, rules, duties, contested }): readonly Part[] => {
      const bearing = rules.filter((rule) => rule.acts.includes(act))
      const arising = duties.filter((duty) => concerns(duty, act))
      if (bearing.length + arising.length === 0) return []
      const unsure = bearing.filter(({ id }) => contested.has(id)).map(({ id }) => id)
      return [rank, instrument.id, unsure.join(), ...bearing, ...arising]
    }),
  )
}
