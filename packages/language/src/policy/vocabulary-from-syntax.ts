/** A checked vocabulary and places from their syntax. */
import * as syntax from '../generated/ast.ts'
import { placeOfWords } from '../names/place-of-words.ts'
import { toCondition } from './condition-from-syntax.ts'
import type { Condition, Fact, FactType, Impossible, Place, Vocabulary } from './policy.ts'
import { toSpan } from './span-from-syntax.ts'
import { textsOrNull, toTexts } from './texts-from-syntax.ts'

/** Lowers one vocabulary file. */
export function toVocabulary(node: syntax.Vocabulary, file: string): Vocabulary {
  const place = placeOfWords(file)
  const of = place === null ? {} : { place }
  return {
    agencies: node.agencies.map((agency) => ({
      name: agency.name,
      label: toTexts(agency.label),
      isPrivate: agency.private,
      ...of,
    })),
    acts: node.acts.map((act) => ({
      name: act.name,
      phrase: toTexts(act.phrase),
      topic: act.topic,
      lasts: act.lasts,
      power: act.power ?? null,
      ...of,
    })),
    facts: node.facts.map((fact) => ({ ...toFact(fact), ...of })),
    events: node.events.map((event) => ({
      name: event.name,
      label: toTexts(event.label),
      isKnownAtCounter: event.atCounter,
      ...of,
    })),
    impossible: [
      ...node.impossible.map((impossible) => ({
        reason: toTexts(impossible.reason),
        fact: null,
        condition: toCondition(impossible.condition),
        cite: impossible.cite ?? null,
        ...of,
      })),
      ...node.facts.flatMap(senseless).map((impossible) => ({ ...impossible, ...of })),
    ],
  }
}

/** Joins the vocabularies of a library in the order of their files. */
export function joinVocabularies(vocabularies: readonly Vocabulary[]): Vocabulary {
  return {
    agencies: vocabularies.flatMap((vocabulary) => vocabulary.agencies),
    acts: vocabularies.flatMap((vocabulary) => vocabulary.acts),
    facts: vocabularies.flatMap((vocabulary) => vocabulary.facts),
    events: vocabularies.flatMap((vocabulary) => vocabulary.events),
    impossible: vocabularies.flatMap((vocabulary) => vocabulary.impossible),
  }
}

/** Lowers one place file. */
export function toPlace(node: syntax.Place, file: string): Place {
  return {
    id: node.name,
    title: toTexts(node.title),
    division: node.division,
    geoid: node.geoid,
    timeZone: node.timeZone,
    covers: node.covers.map(({ name, geoid }) => ({ name: toTexts(name), geoid })),
    checked:
      node.checked === undefined || node.sweep === undefined
        ? null
        : { through: node.checked, sweep: toTexts(node.sweep) },
    file,
  }
}

function toFact(fact: syntax.Fact): Fact {
  return {
    name: fact.name,
    question: toTexts(fact.question),
    type: toType(fact.type),
    statement: textsOrNull(fact.statement),
    denial: textsOrNull(fact.denial),
    isProtected: fact.protected,
    isVolunteered: fact.volunteered,
    knownBy: textsOrNull(fact.knownBy),
    judgedBy: textsOrNull(fact.judge),
    cost: fact.cost ?? 1,
    derivation:
      fact.derivation === undefined ? null : { classes: fact.derivation.classes, table: fact.derivation.place ?? null },
    sense: fact.sense === undefined ? null : toCondition(fact.sense),
  }
}

/** The combinations in which the question of a fact makes no sense and its answer says something. */
function senseless(fact: syntax.Fact): readonly Impossible[] {
  const nothing = nothingOf(fact)
  if (fact.sense === undefined || nothing === null) return []
  const condition: Condition = {
    kind: 'all',
    of: [
      { kind: 'not', of: toCondition(fact.sense) },
      { kind: 'not', of: nothing },
    ],
  }
  return [{ reason: null, fact: fact.name, condition, cite: null }]
}

/** The names that a value has that stands for nothing. */
const namesOfNothing: readonly string[] = ['none', 'nobody', 'nothing']

/** Gives the test that a fact says nothing: no, the value that stands for nothing, or never. Null where it has none. */
export function nothingOf({ name, type }: syntax.Fact): Condition | null {
  if (syntax.isYesNoType(type)) return { kind: 'is', fact: name, values: ['no'] }
  if (syntax.isNumberType(type)) return type.never ? { kind: 'never', fact: name } : null
  if (!syntax.isOneOfType(type)) return null
  const value = type.values.find((one) => namesOfNothing.includes(one.name))
  return value === undefined ? null : { kind: 'is', fact: name, values: [value.name] }
}

function toType(type: syntax.FactType): FactType {
  if (syntax.isOneOfType(type)) {
    return {
      kind: 'one-of',
      values: type.values.map((value) => ({
        name: value.name,
        label: toTexts(value.label),
        phrase: textsOrNull(value.phrase),
        asks: value.acts.map((act) => act.$refText),
        spans: value.spans.map((asked) => ({
          span: toSpan(asked),
          force: { from: asked.from ?? null, through: asked.through ?? null },
          cite: asked.cite ?? null,
        })),
      })),
    }
  }
  if (syntax.isNumberType(type)) {
    return { kind: 'number', min: type.min, max: type.max, unit: type.unit ?? null, canBeNever: type.never }
  }
  return { kind: syntax.isYesNoType(type) ? 'yes-no' : 'date' }
}
