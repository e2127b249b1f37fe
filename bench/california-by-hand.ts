/**
 * The California decision on telling immigration authorities of a release, as a programmer would write it by hand:
 * the measure for the generated code. It must be changed whenever the rules change; the benchmark checks that first.
 */

/** The columns that it reads, by fact: names as bytes, years as numbers. */
export interface Columns {
  readonly bytes: (fact: string) => Uint8Array
  readonly numbers: (fact: string) => Int32Array
}

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

const nothing = 0
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
export function decideByHand({ bytes, numbers }: Columns, rows: number, states: Uint8Array, live: Int32Array): void {
  const agency = bytes('agency')
  const courtOrder = bytes('court.order')
  const warrantForm = bytes('warrant.form')
  const requestForm = bytes('request.form')
  const releasePublic = bytes('release.public')
  const seriousFelony = bytes('ca.serious-or-violent-felony')
  const prisonFelony = bytes('ca.state-prison-felony')
  const wobblerYears = numbers('ca.listed-wobbler-years')
  const felonyYears = numbers('ca.listed-felony-years')
  const registry = bytes('ca.registry')
  const aggravatedFelony = bytes('ca.federal-aggravated-felony')
  const felonyWarrant = bytes('ca.federal-felony-warrant')
  const prop47Only = bytes('ca.prop-47-only')
  const heldToAnswer = bytes('ca.held-to-answer')
  for (let i = 0; i < rows; i++) {
    const who = agency[i] ?? 0
    const isPublic = releasePublic[i] ?? 0
    const isSecret = isPublic ^ 1
    const isReducible = prop47Only[i] ?? 0
    const isCharged = (listedCharges >>> (heldToAnswer[i] ?? 0)) & (isReducible ^ 1) & 1
    // The convictions of the Trust Act, each at the bit of the rule that lists it.
    const convictions =
      ((seriousFelony[i] ?? 0) << 3) |
      ((prisonFelony[i] ?? 0) << 4) |
      (+((wobblerYears[i] ?? 0) <= 5) << 5) |
      (+((felonyYears[i] ?? 0) <= 15) << 6) |
      ((registry[i] ?? 0) << 7) |
      ((aggravatedFelony[i] ?? 0) << 8) |
      ((felonyWarrant[i] ?? 0) << 9)
    const isOrdered = (courtOrder[i] ?? 0) & +(warrantForm[i] === courtOrderForm)
    const isDetainer = (detainerAgencies >>> who) & (detainerForms >>> (requestForm[i] ?? 0)) & 1
    let bits = isOrdered | (isDetainer << 1)
    let mayTrust = 0
    let mustNotTrust = 0
    if ((trustActAgencies >>> who) & 1) {
      const isReduced = isReducible & isSecret
      const allowed = (convictions & (isReduced - 1)) | (isCharged << 11)
      mayTrust = +(allowed !== 0)
      const isBarred = isSecret & (mayTrust ^ 1)
      // Of a reduced conviction nothing is allowed, so the bar of (a) itself is live too.
      mustNotTrust = isReduced | isBarred
      bits |= allowed | (isReduced << 10) | (isBarred << 2)
    }
    let mayValues = 0
    let mustNotValues = 0
    if ((valuesActAgencies >>> who) & 1) {
      const isConvicted = +(convictions !== 0) & (isReducible ^ 1)
      mayValues = isPublic | isConvicted | isCharged
      mustNotValues = mayValues ^ 1
      bits |= (mustNotValues << 12) | (isPublic << 13) | (isConvicted << 14) | (isCharged << 15)
    }
    live[i] = bits
    if (isOrdered) states[i] = required
    else if (mayTrust & mustNotTrust) states[i] = conflict
    else if (mustNotTrust | mustNotValues) states[i] = prohibited
    else states[i] = isDetainer | mayTrust | mayValues ? permitted : nothing
  }
}
