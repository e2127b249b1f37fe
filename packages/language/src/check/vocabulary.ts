/** Vocabularies and places. */
import * as syntax from '../generated/ast.ts'
import { intersect } from '../policy/interval.ts'
import type { Interval } from '../policy/policy.ts'
import { nothingOf } from '../policy/vocabulary-from-syntax.ts'
import { checkSpan } from './closed-word.ts'
import { checkDefinition, checkUnprotected } from './condition.ts'
import { checkDate, checkDates } from './date.ts'
import { checkVersion } from './version.ts'
import type { Report } from './report.ts'

/** Exact analysis keeps the values of a fact as bits of one number. */
const mostValues = 31

/** Columns of numbers have 32 bits, and the two highest mean never and unknown. */
const [lowest, highest] = [-2_147_483_648, 2_147_483_645]

/** Checks the declarations of a vocabulary. */
export function checkVocabulary(vocabulary: syntax.Vocabulary, report: Report): void {
  if (!checkVersion(vocabulary, report)) return
  checkNames(vocabulary, report)
  for (const fact of vocabulary.facts) checkFact(fact, report)
  for (const impossible of vocabulary.impossible) checkDefinition(report, impossible.condition)
}

/** Checks a place. */
export function checkPlace(place: syntax.Place, report: Report): void {
  if (!checkVersion(place, report)) return
  checkDate(report, place, 'checked', place.checked)
  if (!place.division.startsWith('ocd-division/')) {
    report('POL-0314', place, { division: place.division }, { property: 'division' })
  }
  if (!isTimeZone(place.timeZone)) {
    report('POL-0341', place, { zone: place.timeZone }, { property: 'timeZone' })
  }
}

/** As IANA writes a name: parts that begin with a capital, joined by slashes. */
const zoneName = /^[A-Z][A-Za-z]*(?:\/[A-Z][A-Za-z_-]*)+$/

/** Tells whether a text names a time zone. The list of the platform has one name of each zone alone, often an old one. */
function isTimeZone(name: string): boolean {
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true
  if (!zoneName.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function checkNames(vocabulary: syntax.Vocabulary, report: Report): void {
  const seen = new Set<string>()
  const items = [...vocabulary.agencies, ...vocabulary.acts, ...vocabulary.facts, ...vocabulary.events]
  for (const item of items) {
    const name = `${item.$type} ${item.name}`
    if (seen.has(name)) report('POL-0217', item, { name: item.name })
    seen.add(name)
  }
}

function checkFact(fact: syntax.Fact, report: Report): void {
  const { type } = fact
  if (syntax.isNumberType(type)) checkRange(fact, type, report)
  if (syntax.isOneOfType(type)) checkValues(fact, type, report)
  if (fact.volunteered && !syntax.isYesNoType(type)) report('POL-0352', fact, { fact: fact.name }, { property: 'name' })
  if (fact.judged !== (fact.judge !== undefined)) report('POL-0357', fact, { fact: fact.name }, { property: 'name' })
  if (fact.sense !== undefined) checkSense(fact, fact.sense, report)
  if (fact.statement !== undefined) checkStatement(fact, fact.statement, report)
  if (fact.derivation !== undefined && !syntax.isNumberType(type) && !syntax.isYesNoType(type)) {
    report('POL-0335', fact, { fact: fact.name })
  }
}

/** Checks the times for which the editions of a form ask: one edition is in use on a day. */
function checkSpans({ name, spans }: syntax.Value, report: Report): void {
  for (const [index, span] of spans.entries()) {
    checkSpan(span, report)
    checkDates(report, span, span.from, 'from')
    const days = [toInterval(span)]
    const isTwice = spans.slice(0, index).some((earlier) => intersect(days, [toInterval(earlier)]).length > 0)
    if (isTwice) report('POL-0362', span, { value: name })
  }
}

function toInterval({ from, through }: syntax.AskedSpan): Interval {
  return { from: from ?? null, through: through ?? null }
}

/** Checks when a question makes sense: that nothing protected tells, and that the fact has a value for when it does not. */
function checkSense(fact: syntax.Fact, sense: syntax.Condition, report: Report): void {
  checkDefinition(report, sense)
  checkUnprotected(report, sense, null)
  if (nothingOf(fact) === null) report('POL-0353', fact, { fact: fact.name }, { property: 'name' })
}

/** Where the answer stands in the saying of a fact. */
const answer = '{value}'

/** Checks that a saying names the answer where there are several, and does not where it is the answer. */
function checkStatement({ name, type }: syntax.Fact, statement: syntax.Texts, report: Report): void {
  const isOfAnswers = !syntax.isYesNoType(type)
  const wrong = sayings(statement).find((text) => text.includes(answer) !== isOfAnswers)
  if (wrong === undefined) return
  report('POL-0360', statement, { [isOfAnswers ? 'fact' : 'answered']: name, sign: answer })
}

function sayings({ en, es, translations }: syntax.Texts): readonly string[] {
  return [en, ...(es === undefined ? [] : [es]), ...translations.map(({ text }) => text)]
}

function checkRange(fact: syntax.Fact, type: syntax.NumberType, report: Report): void {
  const { min, max } = type
  if (min > max) report('POL-0332', type, { min, max })
  if (min < lowest || max > highest) report('POL-0340', type, { fact: fact.name, lowest, highest })
}

function checkValues(fact: syntax.Fact, type: syntax.OneOfType, report: Report): void {
  const names = type.values.map((value) => value.name)
  for (const value of type.values) checkSpans(value, report)
  const twice = type.values.find((value, index) => names.indexOf(value.name) !== index)
  if (twice !== undefined) report('POL-0219', twice, { name: twice.name })
  // The words after the last value are its own, though they may be meant for the fact.
  const asked = type.values.find(
    ({ phrase }) => phrase !== undefined && sayings(phrase).some((it) => it.includes(answer)),
  )
  if (asked?.phrase !== undefined) report('POL-0361', asked.phrase, { value: asked.name, fact: fact.name })
  if (names.length > mostValues) report('POL-0316', fact, { fact: fact.name, count: names.length, most: mostValues })
}
