/** How papers look at first sight: what stands at the top, in the middle, under the signature and in the corner. */

/** The places of a paper where somebody looks. */
export type Place = 'head' | 'number' | 'body' | 'date' | 'signature' | 'title' | 'corner'

/** How a paper looks. The words on it are those of the paper, in English as the papers are. */
export interface Look {
  readonly head: string
  readonly name: string
  readonly body: 'boxes' | 'lines'
  /** The word under the signature. */
  readonly signer: string
  readonly corner: string
  /** The places by which it is known. */
  readonly tells: readonly Place[]
}

const dhs = 'HOMELAND SECURITY'
const usCourt = 'U.S. DISTRICT COURT'

function detainer(corner: string): Look {
  return { head: dhs, name: 'DETAINER', body: 'boxes', signer: 'officer', corner, tells: ['corner'] }
}

/** The name of a paper that is drawn. */
export type LookName =
  | ('i-247a' | 'i-247g' | 'i-247n' | 'i-247d' | 'i-247x' | 'i-247-earlier' | 'i-200' | 'i-203' | 'i-205')
  | ('ao-93' | 'ao-442' | 'state-warrant' | 'court-order' | 'i-138' | 'court-subpoena' | 'i-862' | 'i-213' | 'other')

const looks: Readonly<Record<LookName, Look>> = {
  'i-247a': detainer('I-247A'),
  'i-247g': { ...detainer('I-247G'), name: 'NOTIFICATION' },
  'i-247n': { ...detainer('I-247N'), name: 'NOTIFICATION' },
  'i-247d': detainer('I-247D'),
  'i-247x': { ...detainer('I-247X'), name: 'TRANSFER' },
  'i-247-earlier': detainer('I-247'),
  'i-200': {
    head: dhs,
    name: 'WARRANT',
    body: 'boxes',
    signer: 'officer',
    corner: 'I-200',
    tells: ['title', 'corner'],
  },
  'i-203': {
    head: dhs,
    name: 'ORDER TO DETAIN',
    body: 'lines',
    signer: 'officer',
    corner: 'I-203',
    tells: ['title', 'corner'],
  },
  'i-205': {
    head: dhs,
    name: 'WARRANT',
    body: 'boxes',
    signer: 'officer',
    corner: 'I-205',
    tells: ['title', 'corner'],
  },
  'ao-93': {
    head: usCourt,
    name: 'SEARCH WARRANT',
    body: 'lines',
    signer: 'judge',
    corner: 'AO 93',
    tells: ['head', 'title'],
  },
  'ao-442': {
    head: usCourt,
    name: 'ARREST WARRANT',
    body: 'boxes',
    signer: 'judge or clerk',
    corner: 'AO 442',
    tells: ['head', 'title'],
  },
  'state-warrant': {
    head: 'COURT OF A STATE',
    name: 'WARRANT',
    body: 'lines',
    signer: 'judge',
    corner: '',
    tells: ['head', 'title'],
  },
  'court-order': {
    head: 'NAME OF A COURT',
    name: 'ORDER',
    body: 'lines',
    signer: 'judge',
    corner: '',
    tells: ['head', 'title'],
  },
  'i-138': {
    head: dhs,
    name: 'SUBPOENA',
    body: 'lines',
    signer: 'officer',
    corner: 'I-138',
    tells: ['head', 'corner'],
  },
  'court-subpoena': {
    head: 'NAME OF A COURT',
    name: 'SUBPOENA',
    body: 'lines',
    signer: 'clerk',
    corner: 'AO 88B',
    tells: ['head'],
  },
  'i-862': {
    head: dhs,
    name: 'NOTICE TO APPEAR',
    body: 'boxes',
    signer: 'officer',
    corner: 'I-862',
    tells: ['corner'],
  },
  'i-213': { head: dhs, name: 'RECORD', body: 'lines', signer: 'officer', corner: 'I-213', tells: ['corner'] },
  other: { head: '', name: 'LETTER', body: 'lines', signer: 'anybody', corner: '?', tells: ['corner'] },
}

/** Gives the look of a paper. */
export function lookOf(name: LookName): Look {
  return looks[name]
}
