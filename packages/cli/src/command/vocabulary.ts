/** `brightline vocabulary`: the words of the law, for people and programs that prepare requests. */
import type { Fact, Library, Vocabulary } from '@brightline/language'
import { readAllLaw } from '../law-files.ts'
import { exitCode, print } from '../output.ts'
import { formFact } from '@brightline/engine'
import { tableLines } from '@brightline/wording'
import { lawFor } from './decide.ts'

/** Which words to print, and how. */
export interface VocabularyFlags {
  readonly json: boolean
  readonly place?: string
}

/** Prints the shared vocabulary with that of every place, or of one place and those above it. */
export async function vocabulary(flags: VocabularyFlags, law: string): Promise<number> {
  const library: Library = flags.place === undefined ? (await readAllLaw(law)).library : await lawFor(flags.place, law)
  const document = toVocabularyDocument(library.vocabulary)
  if (flags.json) print(JSON.stringify(document))
  else printVocabulary(document)
  return exitCode.fine
}

type VocabularyDocument = ReturnType<typeof toVocabularyDocument>

function toVocabularyDocument({ agencies, acts, facts, events, impossible }: Vocabulary) {
  const forms = facts.find(({ name }) => name === formFact)?.type
  return {
    version: 1,
    agencies,
    acts: acts.map(({ name, phrase, topic }) => ({ name, phrase, topic })),
    forms: forms?.kind === 'one-of' ? forms.values.map(({ name, label, asks }) => ({ name, label, asks })) : [],
    facts: facts.map(toFact),
    events,
    impossible: impossible.map(({ reason, cite }) => ({ reason, cite })),
  } as const
}

function toFact({ name, question, type, isProtected, knownBy, cost, derivation }: Fact) {
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
  } as const
}

function printVocabulary({ agencies, acts, forms, facts, events }: VocabularyDocument): void {
  section(
    'Agencies',
    agencies.map(({ name, label }) => [name, label.en]),
  )
  section(
    'Acts',
    acts.map(({ name, topic, phrase }) => [name, topic, phrase.en]),
  )
  section(
    'Forms and the acts they ask for',
    forms.map(({ name, asks }) => [name, asks.join(', ')]),
  )
  section(
    'Facts',
    facts.map((fact) => [fact.name, typeWords(fact), fact.isProtected ? 'protected' : '', fact.question.en]),
  )
  section(
    'Events',
    events.map(({ name, label }) => [name, label.en]),
  )
}

function typeWords({ type, values, min, max, unit, canBeNever }: VocabularyDocument['facts'][number]): string {
  if (values !== null) return `one of ${values.length}`
  if (type !== 'number') return type
  return `${min} to ${max}${unit === null ? '' : ` ${unit}`}${canBeNever ? ' or never' : ''}`
}

function section(title: string, rows: readonly (readonly string[])[]): void {
  print(title)
  for (const line of tableLines(rows)) print(`  ${line}`)
  print()
}
