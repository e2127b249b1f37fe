/** A witness as an example of the language, ready to paste into an instrument. */
import {
  agencyFact,
  checkKnowledge,
  decide,
  DiagramTooLarge,
  forcedFacts,
  isoDay,
  type FactState,
  type FactValue,
  type Stack,
} from '@brightline/engine'
import type { Witness } from '@brightline/engine/analysis'
import type { Verdict } from '@brightline/language'

/** A line of policy text is at most this long. */
const lineWidth = 100

/**
 * Writes the example of a case with the verdict that the law gives now, or null where a policy may not state the case:
 * it needs a protected fact, or the verdict needs more.
 */
export function exampleBlock(stack: Stack, act: string, witness: Witness, name: string): string | null {
  const { decisive, complete } = witness
  const agency = complete.get(agencyFact)
  const withAgency = agency === undefined ? decisive : new Map([[agencyFact, agency], ...decisive])
  for (const facts of [withAgency, complete]) {
    const verdict = verdictOf(stack, act, facts)
    if (verdict !== null) return blockOf(stack, { name, act, facts, verdict })
  }
  return null
}

function verdictOf(stack: Stack, act: string, facts: ReadonlyMap<string, FactValue>): Verdict | null {
  const knowledge = new Map([...facts].map(([name, value]): [string, FactState] => [name, { kind: 'value', value }]))
  if (checkKnowledge(stack.vocabulary, knowledge, new Set(forcedFacts(stack).keys())).length > 0) return null
  try {
    const { verdict, flags } = decide(stack, act, knowledge)
    return verdict === 'needs-facts' || flags.includes('settled-by-doubt') ? null : verdict
  } catch (error) {
    // An example of an act that is too large to be decided could not be run.
    if (error instanceof DiagramTooLarge) return null
    throw error
  }
}

/** A case and what the law gives for it. */
interface Example {
  readonly name: string
  readonly act: string
  readonly facts: ReadonlyMap<string, FactValue>
  readonly verdict: Verdict
}

function blockOf(stack: Stack, { name, act, facts, verdict }: Example): string {
  const agency = facts.get(agencyFact)
  const givens = [...facts]
    .filter(([fact]) => fact !== agencyFact)
    .map(([fact, value], index) => `${index === 0 ? 'given' : 'and'} ${givenText(stack, fact, value)}`)
  const line = `  ${givens.join(' ')}`
  const given =
    givens.length === 0
      ? []
      : line.length <= lineWidth
        ? [line]
        : givens.map((text, index) => `${index === 0 ? '  ' : '    '}${text}`)
  return [
    `example "${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`,
    `  as of ${stack.asOf}${agency === undefined ? '' : `, ${agency}`}`,
    ...given,
    `  then ${outcome[verdict]} ${act}`,
  ].join('\n')
}

const outcome: Readonly<Record<Verdict, string>> = {
  required: 'must',
  prohibited: 'must not',
  permitted: 'may',
  'no-rule': 'no rule on',
  conflict: 'conflict on',
  'needs-facts': 'facts needed for',
}

function givenText(stack: Stack, fact: string, value: FactValue): string {
  const type = stack.vocabulary.facts.find(({ name }) => name === fact)?.type
  if (type?.kind === 'yes-no') return value === 'yes' ? fact : `not ${fact}`
  if (typeof value === 'string') return `${fact} is ${value}`
  if (type?.kind === 'date') return `${fact} is ${isoDay(value)}`
  return `${fact} is ${value}${type?.kind === 'number' && type.unit !== null ? ` ${type.unit}` : ''}`
}
