/** Examples and promises. */
import * as syntax from '../generated/ast.ts'
import { conditionText, printClause } from './condition.ts'
import { at, fill, fits, list, listWords, oneOrEach, quote, type Lines } from './layout.ts'
import { modalText, referenceText } from './provision.ts'

/** An example: its facts in one line when they fit, otherwise one fact a line. */
export function printExample(example: syntax.Example): Lines {
  const agency = example.agency === undefined ? '' : `, ${example.agency.$refText}`
  const givens = givenWords(example.givens)
  return [
    `example ${quote(example.name)}`,
    `  as of ${example.asOf}${agency}`,
    ...(givens.length === 0 ? [] : oneOrEach(2, 4, givens)),
    ...example.outcomes.flatMap((outcome) => oneOrEach(2, 4, outcomeParts(outcome))),
    ...example.variants.flatMap(printVariant),
  ]
}

/** A variant: in one line when it fits, otherwise what changes, with one fact a line, and its outcomes below. */
function printVariant(variant: syntax.Variant): Lines {
  const changes = changesOf(variant)
  const outcomes = variant.outcomes.map(outcomeParts)
  const line = at(2, [...changes, ...outcomes.flat()].join(' '))
  if (outcomes.length === 1 && fits(line)) return [line]
  return [...oneOrEach(2, 4, changes), ...outcomes.flatMap((parts) => oneOrEach(4, 6, parts))]
}

/** Says what a variant of an example changes, such as `but as of 2025-06-30 given warrant.expired`. */
export function changeText(variant: syntax.Variant): string {
  return changesOf(variant).join(' ')
}

function changesOf({ asOf, givens }: syntax.Variant): readonly string[] {
  const [first, ...more] = givenWords(givens)
  if (asOf === undefined) return first === undefined ? [] : [`but ${first}`, ...more]
  return [`but as of ${asOf}`, ...(first === undefined ? [] : [first, ...more])]
}

function givenWords(givens: readonly syntax.Given[]): readonly string[] {
  return givens.map((given, index) => `${index === 0 ? 'given' : 'and'} ${givenText(given)}`)
}

/** Prints a promise: in one line when it fits, otherwise its claim on the next, otherwise one clause a line. */
export function printPromise(promise: syntax.PolicyPromise): Lines {
  const name = `promise ${quote(promise.name)}:`
  const { claim } = promise
  const words = claimWords(claim)
  const { when, unless } = conditionsOf(claim)
  const text = [
    ...words,
    ...(when === undefined ? [] : [`when ${conditionText(when)}`]),
    ...(unless === undefined ? [] : [`unless ${conditionText(unless)}`]),
  ].join(' ')
  if (fits(`${name} ${text}`)) return [`${name} ${text}`]
  if (fits(at(2, text))) return [name, at(2, text)]
  return [name, ...fill(2, 4, words), ...printClause(4, 'when', when), ...printClause(4, 'unless', unless)]
}

function conditionsOf(claim: syntax.Claim): { readonly when?: syntax.Condition; readonly unless?: syntax.Condition } {
  return syntax.isNever(claim) || syntax.isDecides(claim) ? claim : {}
}

function givenText(given: syntax.Given): string {
  if (syntax.isConvictionGiven(given)) {
    const place = given.place === undefined ? '' : ` in ${given.place}`
    return `convicted of ${quote(given.offence)} ${given.level} on ${given.date}${place}`
  }
  const name = `${given.negated ? 'not ' : ''}${given.fact.$refText}`
  if (given.unknown) return `${name} is not known`
  if (given.never) return `${name} is never`
  if (given.value !== undefined) return `${name} is ${given.value.$refText}`
  if (given.date !== undefined) return `${name} is ${given.date}`
  if (given.amount === undefined) return name
  return `${name} is ${given.amount}${given.unit === undefined ? '' : ` ${given.unit}`}`
}

function outcomeParts(outcome: syntax.Outcome): readonly string[] {
  const references = (word: string, targets: readonly syntax.RuleRef[]): readonly string[] =>
    targets.length === 0 ? [] : [`${word} ${targets.map(referenceText).join(' and ')}`]
  const parts = [
    `then ${verdictText(outcome)} ${list(outcome.acts.map((act) => act.$refText))}`,
    ...(outcome.afterCounsel ? ['after counsel'] : []),
    ...references('by', outcome.by),
    ...references('displacing', outcome.displacing),
  ]
  return parts.map((part, index) => (index === parts.length - 1 ? part : `${part},`))
}

function verdictText(outcome: syntax.Outcome): string {
  if (outcome.noRule) return 'no rule on'
  if (outcome.noPower) return 'no power to'
  if (outcome.notEncoded) return 'not encoded:'
  if (outcome.conflict) return 'conflict on'
  if (outcome.needsFacts) return 'facts needed for'
  return outcome.modal === undefined ? '' : modalText(outcome.modal)
}

function claimWords(claim: syntax.Claim): readonly string[] {
  if (syntax.isKeepsFloor(claim)) return [`permits nothing that ${claim.instrument.$refText} prohibits`]
  const acts = listWords(claim.acts.map((act) => act.$refText))
  if (syntax.isDecides(claim)) return ['always decides', ...acts]
  if (syntax.isNever(claim)) {
    const modal = [...(claim.may ? ['may'] : []), ...(claim.must ? ['must'] : [])].join(' or ')
    return [`staff never ${modal}`, ...acts]
  }
  const facts = listWords(claim.facts.map((fact) => fact.$refText))
  return ['no verdict', ...(acts.length === 0 ? [] : ['on', ...acts]), 'depends on', ...facts]
}
