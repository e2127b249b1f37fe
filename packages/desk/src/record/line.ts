/** The line for the log of an agency: the one way in which entries come into it, in the transaction of their rows. */
import { commit, newNonce, systemRandom, valueOf, type Canonical } from '@brightline/ledger'
import { enqueueAll } from '@brightline/ledger/postgres'
import { sql } from 'kysely'
import { statement } from '../database/statement.ts'
import { together, type Ask, type Work } from '../database/transaction.ts'
import { statementsIn } from './statements.ts'

/** A desk or a book of the log of an agency, and the zone by which its days begin. */
export interface Book {
  readonly agency: string
  readonly place: string
  readonly timeZone: string
}

/** The line as a transaction holds it: until it ends, nobody else puts an entry of this book in line. */
export interface HeldLine {
  readonly schema: string
  readonly place: string
  /** The last serial of the book. */
  readonly serial: number
  readonly day: string
}

/** What an entry says, and the key that opens it. */
export interface NewEntry {
  readonly verdict: string
  readonly policy: Buffer
  readonly rules: readonly string[]
  readonly record: Canonical
  readonly key: Uint8Array
}

/** Where an entry stands: its serial in its book, and its ticket in line. */
export interface Logged {
  readonly log_serial: number
  readonly log_ticket: number
}

/** What stands in the place of the hash of the law where no law decides. */
export const noLaw: Buffer = Buffer.alloc(32)

const makeLog = statement(() => sql`select desk.make_log()`)

/** The statements on the books of a log, by its schema. */
const booksIn = new Map<string, ReturnType<typeof booksOf>>()

function bookIn(schema: string): ReturnType<typeof booksOf> {
  const books = booksIn.get(schema) ?? booksOf(schema)
  booksIn.set(schema, books)
  return books
}

function booksOf(schema: string) {
  const books = sql.id(schema, 'desk')
  return {
    begin: statement(
      (_work, { place }: Pick<Book, 'place'>) =>
        sql`insert into ${books} (place, serial, day) values (${place}, 0, '') on conflict do nothing`,
    ),
    // The days of a book never go back, also where the clock of the database was set back.
    hold: statement(
      (_work, { place, timeZone }: Pick<Book, 'place' | 'timeZone'>) => sql<{ serial: number; day: string }>`
        select serial, greatest(to_char(now() at time zone ${timeZone}, 'YYYY-MM-DD'), day) as day
        from ${books} where place = ${place} for update`,
    ),
  }
}

/** Takes hold of the line. Whatever can be read and asked before, is. */
export async function askLine(ask: Ask, { agency, place, timeZone }: Book): Promise<HeldLine> {
  const schema = logSchema(agency)
  const { begin, hold } = bookIn(schema)
  const holding = hold({ place, timeZone })
  const [, [there]] = await Promise.all([ask(makeLog({})), ask(holding)])
  // Its first entry begins a book; whoever begins it at the same time is waited for.
  const [, [line]] = there === undefined ? await Promise.all([ask(begin({ place })), ask(holding)]) : [null, [there]]
  if (line === undefined) throw new Error('the book has no line')
  return { schema, place, ...line }
}

/** Puts entries in line, in their order. */
export async function putInLine(
  work: Work,
  { schema, ...book }: HeldLine,
  entries: readonly NewEntry[],
): Promise<readonly Logged[]> {
  const [first, ...more] = entries.map(({ verdict, policy, rules, record, key }, at) => ({
    ...{ kind: 'decision' as const, place: book.place, day: book.day, serial: book.serial + 1 + at },
    ...{ verdict, policy: new Uint8Array(policy), rules: [...new Set(rules)] },
    commitment: valueOf(commit(key, record)),
    nonce: newNonce(systemRandom),
  }))
  if (first === undefined) return []
  const put = valueOf(await enqueueAll(statementsIn(work), schema, [first, ...more]))
  return put.map(({ ticket, entry }) => ({ log_serial: entry.serial, log_ticket: Number(ticket) }))
}

/** Puts one entry in line, and gives where it stands. */
export async function logEntry(work: Work, book: Book, entry: NewEntry): Promise<Logged> {
  const line = await together(work, async (ask) => await askLine(ask, book))
  const [logged] = await putInLine(work, line, [entry])
  if (logged === undefined) throw new Error('no entry')
  return logged
}

/** Names the schema of the log of an agency. */
export function logSchema(agency: string): string {
  return `ledger_${agency.replaceAll('-', '')}`
}
