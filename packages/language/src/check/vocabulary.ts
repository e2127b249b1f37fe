/** Vocabularies and places. */
import * as syntax from '../generated/ast.ts'
import { checkDefinition } from './condition.ts'
import type { Report } from './report.ts'

/** Exact analysis keeps the values of a fact as bits of one number. */
const mostValues = 31

/** Columns of numbers have 32 bits, and the two highest mean never and unknown. */
const [lowest, highest] = [-2_147_483_648, 2_147_483_645]

/** Checks the declarations of a vocabulary. */
export function checkVocabulary(vocabulary: syntax.Vocabulary, report: Report): void {
  checkNames(vocabulary, report)
  for (const fact of vocabulary.facts) checkFact(fact, report)
  for (const impossible of vocabulary.impossible) checkDefinition(report, impossible.condition)
}

/** Checks a place. */
export function checkPlace(place: syntax.Place, report: Report): void {
  if (!place.division.startsWith('ocd-division/')) {
    const help = 'write an Open Civic Data id, such as `ocd-division/country:us/state:ca`'
    report('POL-0314', place, `\`${place.division}\` is not a division id`, help, { property: 'division' })
  }
  if (!Intl.supportedValuesOf('timeZone').includes(place.timeZone)) {
    const help = 'write an IANA name, such as `America/Chicago`'
    report('POL-0314', place, `unknown time zone \`${place.timeZone}\``, help, { property: 'timeZone' })
  }
}

function checkNames(vocabulary: syntax.Vocabulary, report: Report): void {
  const seen = new Set<string>()
  const items = [...vocabulary.agencies, ...vocabulary.acts, ...vocabulary.facts, ...vocabulary.events]
  for (const item of items) {
    const name = `${item.$type} ${item.name}`
    if (seen.has(name)) report('POL-0210', item, `\`${item.name}\` is declared twice`, 'keep one of the two')
    seen.add(name)
  }
}

function checkFact(fact: syntax.Fact, report: Report): void {
  const { type } = fact
  if (syntax.isNumberType(type) && type.min > type.max) {
    report('POL-0303', type, `the range goes from ${type.min} to ${type.max}`, 'write the smaller number first')
  }
  if (syntax.isNumberType(type) && (type.min < lowest || type.max > highest)) {
    const help = `write numbers from ${lowest} to ${highest}, or count in a larger unit`
    report('POL-0312', type, `\`${fact.name}\` has numbers that cannot be decided`, help)
  }
  if (syntax.isOneOfType(type)) {
    const names = type.values.map((value) => value.name)
    const twice = type.values.find((value, index) => names.indexOf(value.name) !== index)
    if (twice !== undefined)
      report('POL-0210', twice, `the value \`${twice.name}\` stands twice`, 'keep one of the two')
    if (names.length > mostValues) {
      const help = 'put together the values that no rule tells apart'
      report(
        'POL-0316',
        fact,
        `\`${fact.name}\` has ${names.length} values, and at most ${mostValues} can be decided`,
        help,
      )
    }
  }
  if (fact.derivation !== undefined && !syntax.isNumberType(type) && !syntax.isYesNoType(type)) {
    const help = 'make it `yes or no` or a number of years, or leave the derivation out'
    report('POL-0304', fact, `\`${fact.name}\` cannot be derived from convictions`, help)
  }
}
