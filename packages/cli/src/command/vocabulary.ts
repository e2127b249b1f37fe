/** `brightline vocabulary`: the words of the law, for people and programs that prepare requests. */
import { formFact } from '@brightline/engine'
import { readAllLaw } from '@brightline/law-files'
import type { Fact, Vocabulary } from '@brightline/language'
import { tableLines } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { readPlace } from '../flag/place.ts'
import { exitCode } from '../terminal/output.ts'

interface VocabularyFlags {
  readonly json: boolean
  readonly place?: string
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('vocabulary')
    .description('list agencies, acts, forms, facts and events')
    .option('--place <place>', 'only the words of this place and those above it')
    .option('--json', 'as JSON', false)
    .action(async (flags: VocabularyFlags) => {
      context.finish(await vocabulary(flags, context))
    })
}

/** Prints the shared vocabulary with that of every place, or of one place and those above it. */
async function vocabulary({ json, place }: VocabularyFlags, context: Context): Promise<number> {
  const { library } = place === undefined ? await readAllLaw(context.openLaw()) : await readPlace(place, context)
  const document = toVocabularyDocument(library.vocabulary)
  if (json) context.printJson(document)
  else for (const line of vocabularyLines(document)) context.print(line)
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

function vocabularyLines({ agencies, acts, forms, facts, events }: VocabularyDocument): readonly string[] {
  return [
    ...section(
      'Agencies',
      agencies.map(({ name, label }) => [name, label.en]),
    ),
    ...section(
      'Acts',
      acts.map(({ name, topic, phrase }) => [name, topic, phrase.en]),
    ),
    ...section(
      'Forms and the acts they ask for',
      forms.map(({ name, asks }) => [name, asks.join(', ')]),
    ),
    ...section(
      'Facts',
      facts.map((fact) => [fact.name, typeWords(fact), fact.isProtected ? 'protected' : '', fact.question.en]),
    ),
    ...section(
      'Events',
      events.map(({ name, label }) => [name, label.en]),
    ),
  ]
}

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return [title, ...tableLines(rows).map((line) => `  ${line}`), '']
}

function typeWords({ type, values, min, max, unit, canBeNever }: VocabularyDocument['facts'][number]): string {
  if (values !== null) return `one of ${values.length}`
  if (type !== 'number') return type
  return `${min} to ${max}${unit === null ? '' : ` ${unit}`}${canBeNever ? ' or never' : ''}`
}
