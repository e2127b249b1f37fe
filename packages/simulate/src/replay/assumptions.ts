/** What a replay takes for granted, in sentences. */
import type { ReplayInput } from './input.ts'

/** Every assumption. */
export function assumptionsOf({ planned, policies, acts }: ReplayInput): readonly string[] {
  const { mapping } = planned
  const constants = Object.entries(mapping.facts).flatMap(([name, source]) => {
    if (source.kind === 'constant') return [`${name} is ${source.value} in every row: ${source.because}`]
    return source.kind === 'by-date' ? [`${name} follows from the date: ${source.because}`] : []
  })
  const owner =
    mapping.owner.kind === 'constant'
      ? `every facility is of owner ${mapping.owner.owner}: ${mapping.owner.because}`
      : `the owner of a facility is read from words in ${mapping.owner.columns.join(' and ')}; where no word fits it is unknown`
  const agency =
    mapping.agency === null
      ? 'the agency is unknown: every kind of agency is possible'
      : mapping.agency.kind === 'constant'
        ? `the agency is ${mapping.agency.agency}: ${mapping.agency.because}`
        : mapping.agency.kind === 'by-owner'
          ? `the agency follows from the owner: ${Object.entries(mapping.agency.agencies)
              .map(([one, name]) => `${one} is ${name}`)
              .join(', ')}`
          : `the agency is read from ${mapping.agency.column}`
  const asOf = policies.map(
    ({ policy }) => `the law of ${policy.name} is applied to every row, whatever the date of the row`,
  )
  const places =
    policies.length > 0 && mapping.jurisdiction.length > 0
      ? [`rows below ${policies[0]?.policy.place} are decided by its law and not by their own city's or county's`]
      : []
  const [first, second = first] = policies.map(({ policy }) => policy.place)
  const elsewhere =
    first === second
      ? []
      : [`the requests are those of ${first}; ${second} is looked at as if they had been made there`]
  return [
    ...asOf,
    ...places,
    ...elsewhere,
    ...constants,
    owner,
    agency,
    'federal facilities are not bound by state or local law, and private ones are bound by contracts that nobody here has read: neither is decided',
    'a facility of unknown owner counts in no minimum and in every maximum',
    acts === null
      ? 'each row asks for the acts that its form asks for'
      : `only these acts are looked at: ${acts.join(', ')}`,
    ...(mapping.date?.formats.includes('month') === true ? ['a month counts as its first day'] : []),
    'facts that no column gives are unknown: every lawful value is possible',
  ]
}
