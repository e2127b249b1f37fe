/** The ways in which something arrives: what is chosen from pictures, and the facts that the choice says. */
import type { NewAnswers } from '../case/keep-answers.ts'
import type { LookName } from '../form-picture/look.ts'

/** How something came. */
export type Channel = 'fax' | 'e-mail' | 'telephone' | 'in-person' | 'post' | 'other'

/** The channels, those that are met most first. */
export const channels: readonly Channel[] = ['fax', 'e-mail', 'in-person', 'telephone', 'post', 'other']

/** A way in which something arrives. */
export interface Way {
  readonly name: WayName
  readonly group: 'detainer' | 'immigration' | 'court' | 'other' | 'no-paper'
  /** The paper that is drawn; null where there is none. */
  readonly look: LookName | null
  /** What the choice says of the request. */
  readonly facts: NewAnswers
  /** The kind under which a paper of this way is kept. */
  readonly paper: string
  readonly channel: Channel | null
  /** The form has boxes that say what the request rests on. */
  readonly hasBoxes: boolean
  readonly hasEdition: boolean
  /** Acts that its form could ask for, and that this way seldom does. */
  readonly seldom: readonly string[]
}

/** The name of a way. */
export type WayName = LookName | 'call' | 'officer'

type Rest = Partial<Omit<Way, 'name' | 'group' | 'facts'>>

function way(name: WayName, group: Way['group'], facts: NewAnswers, rest: Rest = {}): Way {
  const without = { look: null, channel: null, hasBoxes: false, hasEdition: false } as const
  return { ...without, paper: name, seldom: [], name, group, facts, ...rest }
}

function detainer(name: LookName, hasBoxes: boolean): Way {
  return way(
    name,
    'detainer',
    { 'request.form': name },
    {
      look: name,
      hasBoxes,
      hasEdition: true,
    },
  )
}

function warrant(name: LookName, group: 'immigration' | 'court', rest: Rest): Way {
  return way(name, group, { 'request.form': 'warrant-only', 'warrant.form': name }, { look: name, ...rest })
}

/** A warrant of one kind asks for no arrest on one of the other. */
const immigrationWarrant: Rest = { hasEdition: true, seldom: ['arrest-on-judicial-warrant'] }
const courtWarrant: Rest = { hasEdition: true, seldom: ['arrest-on-civil-warrant'] }
const searchWarrant: Rest = {
  hasEdition: true,
  seldom: ['hold', 'transfer', 'arrest-on-civil-warrant', 'arrest-on-judicial-warrant'],
}

const spoken = { 'request.form': 'spoken', 'warrant.form': 'none' } as const

/** A paper that no picture shows. */
export const otherWay: Way = way(
  'other',
  'other',
  { 'request.form': 'other-paper' },
  { look: 'other', paper: 'other-paper' },
)

/** Every way, in the order in which the page shows them. */
export const ways: readonly Way[] = [
  detainer('i-247a', true),
  detainer('i-247g', false),
  detainer('i-247n', false),
  detainer('i-247d', true),
  detainer('i-247x', true),
  detainer('i-247-earlier', false),
  warrant('i-200', 'immigration', immigrationWarrant),
  warrant('i-205', 'immigration', immigrationWarrant),
  warrant('i-203', 'immigration', immigrationWarrant),
  way(
    'i-138',
    'immigration',
    { 'request.form': 'subpoena', 'subpoena.issuer': 'immigration-officer' },
    { look: 'i-138' },
  ),
  way('i-862', 'immigration', { 'request.form': 'notice-to-appear' }, { look: 'i-862' }),
  warrant('ao-93', 'court', searchWarrant),
  warrant('ao-442', 'court', courtWarrant),
  warrant('state-warrant', 'court', courtWarrant),
  way(
    'court-order',
    'court',
    { 'request.form': 'court-order', 'warrant.form': 'court-order' },
    { look: 'court-order' },
  ),
  way('court-subpoena', 'court', { 'request.form': 'subpoena' }, { look: 'court-subpoena' }),
  way('i-213', 'other', { 'request.form': 'other-paper' }, { look: 'i-213' }),
  otherWay,
  way('call', 'no-paper', spoken, { channel: 'telephone', paper: 'other-paper' }),
  way('officer', 'no-paper', { 'request.form': 'spoken' }, { channel: 'in-person', paper: 'other-paper' }),
]

/** Finds a way by its name. */
export function findWay(name: string | undefined): Way | null {
  return ways.find((one) => one.name === name) ?? null
}

/** The items of the first box of a detainer, and its second box, in the order of the form. */
export const boxItems = ['final-order', 'pending-proceedings', 'records-match', 'statements', 'return'] as const
