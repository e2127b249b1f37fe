/**
 * The California decision on telling immigration authorities of a release, as a programmer would write it by hand:
 * the measure for the generated code. It must be changed whenever the rules change; the benchmark checks that first.
 */
import type { Column } from '@brightline/engine'

/** The columns that it reads, by fact. */
export type ColumnByFact = (fact: string) => Column

/** The rules whose bits it sets, in this order. */
export const rulesByHand = [
  'us/contempt section 401(3)',
  'us/detainer-regulation section 287.7(a)',
  'us/ca/trust-act section 7282.5(a)',
  'us/ca/trust-act section 7282.5(a)(1)',
  'us/ca/trust-act section 7282.5(a)(2)',
  'us/ca/trust-act section 7282.5(a)(3)-misdemeanor',
  'us/ca/trust-act section 7282.5(a)(3)-felony',
  'us/ca/trust-act section 7282.5(a)(4)',
  'us/ca/trust-act section 7282.5(a)(5)',
  'us/ca/trust-act section 7282.5(a)(5)-warrant',
  'us/ca/trust-act section 7282.5(a)(6)',
  'us/ca/trust-act section 7282.5(b)',
  'us/ca/values-act section 7284.6(a)(1)(C)',
  'us/ca/values-act section 7284.6(a)(1)(C)-public',
  'us/ca/values-act section 7284.6(a)(1)(C)-conviction',
  'us/ca/values-act section 7284.6(a)(1)(C)-charge',
] as const

const required = 1
const prohibited = 2
const permitted = 3
const conflict = 5

/** Agencies by their place in the vocabulary, as bits. */
const trustActAgencies = 0b0_0000_0100_0010_0111
const valuesActAgencies = 0b0_0000_0100_0010_1111
const detainerAgencies = 0b0_0000_0100_0011_1111
/** Forms from i-247a to i-247-earlier. */
const detainerForms = 0b11_1111
const courtOrderForm = 8
/** Held to answer for a violent or serious felony, domestic violence or a state prison felony. */
const listedCharges = 0b1_1110

/** A state for each row, and its live rules as bits. */
export function decideByHand(column: ColumnByFact, rows: number, states: Uint8Array, live: Int32Array): void {
  const agency = column('agency')
  const courtOrder = column('court.order')
  const warrantForm = column('warrant.form')
  const requestForm = column('request.form')
  const isPublic = column('release.public')
  const seriousFelony = column('ca.serious-or-violent-felony')
  const prisonFelony = column('ca.state-prison-felony')
  const wobblerYears = column('ca.listed-wobbler-years')
  const felonyYears = column('ca.listed-felony-years')
  const registry = column('ca.registry')
  const aggravatedFelony = column('ca.federal-aggravated-felony')
  const felonyWarrant = column('ca.federal-felony-warrant')
  const prop47Only = column('ca.prop-47-only')
  const heldToAnswer = column('ca.held-to-answer')
  for (let i = 0; i < rows; i++) {
    const who = at(agency, i)
    const isSecret = at(isPublic, i) ^ 1
    const isPublished = at(isPublic, i)
    const reduced = at(prop47Only, i)
    const isCharged = (listedCharges >>> at(heldToAnswer, i)) & (reduced ^ 1) & 1
    // The convictions of the Trust Act, one bit each, where the rules that list them stand.
    const convictions =
      (at(seriousFelony, i) << 3) |
      (at(prisonFelony, i) << 4) |
      (bit(at(wobblerYears, i) <= 5) << 5) |
      (bit(at(felonyYears, i) <= 15) << 6) |
      (at(registry, i) << 7) |
      (at(aggravatedFelony, i) << 8) |
      (at(felonyWarrant, i) << 9)
    let bits = 0
    const isOrdered = at(courtOrder, i) & bit(at(warrantForm, i) === courtOrderForm)
    const isDetainer = (detainerAgencies >>> who) & (detainerForms >>> at(requestForm, i)) & 1
    bits |= isOrdered | (isDetainer << 1)
    let mayTrust = 0
    let mustNotTrust = 0
    if ((trustActAgencies >>> who) & 1) {
      const isReduced = reduced & isSecret
      const allowed = (isReduced ? 0 : convictions) | (isCharged << 11)
      mayTrust = bit(allowed !== 0)
      mustNotTrust = isReduced | (isSecret & (mayTrust ^ 1))
      bits |= allowed | (isReduced << 10) | ((isSecret & (mayTrust ^ 1)) << 2)
    }
    let mayValues = 0
    let mustNotValues = 0
    if ((valuesActAgencies >>> who) & 1) {
      const isConvicted = bit(convictions !== 0) & (reduced ^ 1)
      mayValues = isPublished | isConvicted | isCharged
      mustNotValues = mayValues ^ 1
      bits |= (mustNotValues << 12) | (isPublished << 13) | (isConvicted << 14) | (isCharged << 15)
    }
    live[i] = bits
    if (isOrdered) states[i] = required
    else if (mayTrust & mustNotTrust) states[i] = conflict
    else if (mustNotTrust | mustNotValues) states[i] = prohibited
    else states[i] = isDetainer | mayTrust | mayValues ? permitted : 0
  }
}

function bit(truth: boolean): number {
  return truth ? 1 : 0
}

function at(column: Column, row: number): number {
  return column[row] ?? 0
}
