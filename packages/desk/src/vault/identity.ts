/** Who the person concerned is: the little that notices need. Nothing else has a place in it. */
import { Type } from 'typebox'
import { Value } from 'typebox/value'

/** The identity of one case. */
export interface Identity {
  readonly name?: string
  readonly bookingNumber?: string
  readonly attorney?: string
  /** The language in which the person is spoken to, as a BCP 47 code. */
  readonly language?: string
  /** Who is told beside the attorney. */
  readonly designee?: string
}

const line = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))

/** What is not listed is refused: no status, no nationality, no place of birth has a field. */
const IdentitySchema = Type.Object(
  {
    name: line,
    bookingNumber: line,
    attorney: line,
    language: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' })),
    designee: line,
  },
  { additionalProperties: false },
)

/** Sealed identities are as long as the next multiple, so that their length tells little. */
const blockBytes = 512

/** Prints an identity for sealing. Throws for what is none: it was checked where it came in. */
export function printIdentity(identity: Identity): Buffer {
  if (!Value.Check(IdentitySchema, identity)) throw new Error('this is no identity')
  const text = Buffer.from(JSON.stringify(identity))
  const padded = Buffer.alloc(Math.ceil(text.length / blockBytes) * blockBytes, ' ')
  text.copy(padded)
  return padded
}

/** Reads what `printIdentity` printed. */
export function parseIdentity(bytes: Buffer): Identity {
  const value: unknown = JSON.parse(bytes.toString('utf8'))
  if (!Value.Check(IdentitySchema, value)) throw new Error('the vault holds no identity')
  return value
}
