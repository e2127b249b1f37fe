/** The words of a law as data: what `vocabulary --json` prints and what the tables are made from. */
import { formFact } from '@brightline/engine'
import type { Act, Agency, Fact, FactType, Impossible, TimedEvent, Value, Vocabulary } from '@brightline/language'

/** A fact with its type spread out. */
export interface ShownFact {
  readonly name: string
  readonly question: Fact['question']
  readonly type: FactType['kind']
  readonly values: readonly Pick<Value, 'name' | 'label'>[] | null
  readonly min: number | null
  readonly max: number | null
  readonly unit: string | null
  readonly canBeNever: boolean
  readonly isProtected: boolean
  readonly knownBy: Fact['knownBy']
  readonly cost: number
  readonly isDerived: boolean
  readonly derivation: Fact['derivation']
}

/** The words of a law. */
export interface VocabularyDocument {
  readonly version: 1
  readonly agencies: readonly Agency[]
  readonly acts: readonly Pick<Act, 'name' | 'phrase' | 'topic'>[]
  readonly forms: readonly Pick<Value, 'name' | 'label' | 'asks'>[]
  readonly facts: readonly ShownFact[]
  readonly events: readonly TimedEvent[]
  readonly impossible: readonly Pick<Impossible, 'reason' | 'cite'>[]
}

/** Makes the document of a vocabulary. */
export function toVocabularyDocument(vocabulary: Vocabulary): VocabularyDocument {
  const { agencies, acts, facts, events, impossible } = vocabulary
  const forms = facts.find(({ name }) => name === formFact)?.type
  return {
    version: 1,
    agencies,
    acts: acts.map(({ name, phrase, topic }) => ({ name, phrase, topic })),
    forms: forms?.kind === 'one-of' ? forms.values.map(({ name, label, asks }) => ({ name, label, asks })) : [],
    facts: facts.map(toFact),
    events,
    impossible: impossible.map(({ reason, cite }) => ({ reason, cite })),
  }
}

function toFact({ name, question, type, isProtected, knownBy, cost, derivation }: Fact): ShownFact {
  return {
    name,
    question,
    type: type.kind,
    values: type.kind === 'one-of' ? type.values.map(({ name: value, label }) => ({ name: value, label })) : null,
    min: type.kind === 'number' ? type.min : null,
    max: type.kind === 'number' ? type.max : null,
    unit: type.kind === 'number' ? type.unit : null,
    canBeNever: type.kind === 'number' && type.canBeNever,
    isProtected,
    knownBy,
    cost,
    isDerived: derivation !== null,
    derivation,
  }
}
