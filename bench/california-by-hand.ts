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
  'us/anti-commandeering section 925(1)',
  'us/contempt section 401(3)',
  'us/detainer-regulation section 287.7(a)',
  'us/questions-of-officers section 287.8(1)',
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

/** Agencies by their place in the vocabulary, as bits. */
const publicAgencies = 0b111_1111_1111_1111_1111
const privateAgencies = 0b11_1111_1000_0000_0000_0000_0000
const trustActAgencies = 0b100_0010_0111
const valuesActAgencies = 0b100_0010_1111
const detainerAgencies = 0b100_0011_1111
/** Who asks: immigration authorities, federal officers and offices; and with them local and state officers. */
const federalRequesters = 0b111
const officials = 0b1111
/** Civil and criminal immigration enforcement. */
const immigrationPurposes = 0b11
/** Forms from i-247a to i-247-earlier. */
const detainerForms = 0b11_1111
/** Warrants from i-200 to violator-file. */
const civilWarrants = 0b1_1110
const courtOrderForm = 8
const otherPaper = 9
const civilMatter = 1
/** Held to answer for a violent or serious felony, domestic violence or a state prison felony. */
const listedCharges = 0b1_1110

/** A state for each row, and its live rules as bits. */
export function decideByHand({ bytes, numbers }: Columns, rows: number, states: Uint8Array, live: Int32Array): void {
  const agency = bytes('agency')
  const requester = bytes('request.from')
  const requestForm = bytes('request.form')
  const purpose = bytes('request.purpose')
  const courtOrder = bytes('court.order')
  const warrantForm = bytes('warrant.form')
  const warrantMatter = bytes('warrant.matter')
  const inCustody = bytes('person.in-custody')
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
    const from = requester[i] ?? 0
    const paper = warrantForm[i] ?? 0
    const isToldOfStatus = (publicAgencies >>> who) & (federalRequesters >>> from) & 1
    const isOrdered = (courtOrder[i] ?? 0) & +(paper === courtOrderForm)
    const isDetainer = (detainerAgencies >>> who) & (detainerForms >>> (requestForm[i] ?? 0)) & 1
    const isAsked = (privateAgencies >>> who) & (federalRequesters >>> from) & 1
    let bits = isToldOfStatus | (isOrdered << 1) | (isDetainer << 2) | (isAsked << 3)
    let may = isToldOfStatus | isDetainer | isAsked
    let mustNot = 0
    const isCivilWarrant =
      (civilWarrants >>> paper) | (+(paper === otherPaper) & +((warrantMatter[i] ?? 0) === civilMatter))
    const isEnforcement = ((immigrationPurposes >>> (purpose[i] ?? 0)) | (isCivilWarrant & (officials >>> from))) & 1
    const isTrust = (trustActAgencies >>> who) & isEnforcement
    const isValues = (valuesActAgencies >>> who) & isEnforcement
    if (isValues) {
      const isPublic = (inCustody[i] ?? 0) & (releasePublic[i] ?? 0)
      const isWobbler = +((wobblerYears[i] ?? 0) <= 5)
      const isFelony = +((felonyYears[i] ?? 0) <= 15)
      const isReducible = (isWobbler | isFelony) & (prop47Only[i] ?? 0)
      const isCharged = (listedCharges >>> (heldToAnswer[i] ?? 0)) & (isReducible ^ 1) & 1
      // The convictions of the Trust Act, each at the bit of the rule that lists it.
      const convictions =
        ((seriousFelony[i] ?? 0) << 5) |
        ((prisonFelony[i] ?? 0) << 6) |
        (isWobbler << 7) |
        (isFelony << 8) |
        ((registry[i] ?? 0) << 9) |
        ((aggravatedFelony[i] ?? 0) << 10) |
        ((felonyWarrant[i] ?? 0) << 11)
      const isConvicted = +(convictions !== 0) & (isReducible ^ 1)
      const mayValues = isPublic | isConvicted | isCharged
      may |= mayValues
      mustNot = mayValues ^ 1
      bits |= (mustNot << 14) | (isPublic << 15) | (isConvicted << 16) | (isCharged << 17)
      if (isTrust) {
        const isReduced = isReducible & (isPublic ^ 1)
        const allowed = (convictions & (isReduced - 1)) | (isCharged << 13)
        // Of a reduced conviction nothing is allowed, so the bar of (a) itself is live too.
        const isBarred = (isPublic ^ 1) & +(allowed === 0)
        may |= +(allowed !== 0)
        mustNot |= isReduced | isBarred
        bits |= allowed | (isReduced << 12) | (isBarred << 4)
      }
    }
    live[i] = bits
    if (isOrdered) states[i] = required
    else if (mustNot) states[i] = prohibited
    else states[i] = may ? permitted : nothing
  }
}
