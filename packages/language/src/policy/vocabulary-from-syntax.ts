/** A checked vocabulary and places from their syntax. */
import * as syntax from '../generated/ast.ts'
import { placeOfWords } from '../names/place-of-words.ts'
import { toCondition } from './condition-from-syntax.ts'
import type { Fact, FactType, Place, Vocabulary } from './policy.ts'
import { textsOrNull, toTexts } from './texts-from-syntax.ts'

/** Lowers one vocabulary file. */
export function toVocabulary(node: syntax.Vocabulary, file: string): Vocabulary {
  const place = placeOfWords(file)
  const of = place === null ? {} : { place }
  return {
    agencies: node.agencies.map((agency) => ({ name: agency.name, label: toTexts(agency.label), ...of })),
    acts: node.acts.map((act) => ({ name: act.name, phrase: toTexts(act.phrase), topic: act.topic, ...of })),
    facts: node.facts.map((fact) => ({ ...toFact(fact), ...of })),
    events: node.events.map((event) => ({
      name: event.name,
      label: toTexts(event.label),
      isKnownAtCounter: event.atCounter,
      ...of,
    })),
    impossible: node.impossible.map((impossible) => ({
      reason: toTexts(impossible.reason),
      condition: toCondition(impossible.condition),
      cite: impossible.cite ?? null,
      ...of,
    })),
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
    file,
  }
}

function toFact(fact: syntax.Fact): Fact {
  return {
    name: fact.name,
    question: toTexts(fact.question),
    type: toType(fact.type),
    isProtected: fact.protected,
    knownBy: textsOrNull(fact.knownBy),
    cost: fact.cost ?? 1,
    derivation:
      fact.derivation === undefined ? null : { classes: fact.derivation.classes, table: fact.derivation.place },
  }
}

function toType(type: syntax.FactType): FactType {
  if (syntax.isOneOfType(type)) {
    return {
      kind: 'one-of',
      values: type.values.map((value) => ({
        name: value.name,
        label: toTexts(value.label),
        asks: value.acts.map((act) => act.$refText),
      })),
    }
  }
  if (syntax.isNumberType(type)) {
    return { kind: 'number', min: type.min, max: type.max, unit: type.unit ?? null, canBeNever: type.never }
  }
  return { kind: syntax.isYesNoType(type) ? 'yes-no' : 'date' }
}
