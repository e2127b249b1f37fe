/** A notice as it is printed: in its language, with the identity that the vault gives for a reason on record. */
import { makePaper, paperHtml, paperText, type Paper, type PrintedIdentity } from '@brightline/documents/notice'
import { transaction } from '../database/transaction.ts'
import type { SignedIn } from '../people/session.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'
import { readLanguage } from '../translation/translation.ts'
import type { Identity } from '../vault/identity.ts'
import { openIdentity } from '../vault/vault.ts'
import { findNotice } from './make-notice.ts'
import { noticeOf } from './notice-document.ts'
import { printer } from './printer.ts'

/** The forms in which a paper leaves the desk. */
export const formats = ['html', 'pdf', 'text'] as const

/** One of them. */
export type Format = (typeof formats)[number]

/** A paper that is ready to be sent; null bytes where the fonts lack a letter of it. */
export interface PrintedPaper {
  readonly type: string
  readonly file: string
  readonly body: string | Uint8Array | null
}

/** Which paper. */
export interface PaperAddress {
  readonly reference: string
  readonly id: string
}

/** Makes the paper without identity, with lines to write on. */
export async function previewPaper(room: Room, { who }: SignedIn, address: PaperAddress): Promise<Paper> {
  return (await readNotice(room, who, address)).paper({})
}

/**
 * Prints the paper. The vault is opened where the paper names the person, and the opening is on record before.
 *
 * INVARIANT: identity goes into the answer, and nowhere else: no file, no log, no name of a file.
 */
export async function printPaper(
  room: Room,
  { who }: SignedIn,
  address: PaperAddress,
  format: Format,
): Promise<PrintedPaper> {
  const { record, row, paper } = await readNotice(room, who, address)
  const file = `${record.reference}-${row.kind}-${row.language}`
  if (row.recipient === 'requesting-agency') return sheet(paper({}), format, file)
  const of = { agency: record.agency, desk: record.desk, caseId: record.id }
  const reason = row.recipient === 'person' ? 'print-notice' : 'serve-notice'
  const opened = await openIdentity(room, who, of, reason)
  const identity = opened.kind === 'open' ? opened.identity : {}
  return sheet(paper(identityOn(row.recipient, identity)), format, file)
}

interface ReadNotice extends Awaited<ReturnType<typeof findNotice>> {
  readonly paper: (identity: PrintedIdentity) => Paper
}

async function readNotice(room: Room, who: SignedIn['who'], { reference, id }: PaperAddress): Promise<ReadNotice> {
  return await transaction(room.database, who, async (work) => {
    const found = await findNotice(work, reference, id)
    const notice = noticeOf(found.row.document)
    const language = await readLanguage(work, found.row.language)
    if (notice === null || language === null) throw new Refusal('not-found')
    return { ...found, paper: (identity) => makePaper(notice, language.inUse, identity) }
  })
}

/** A letter to somebody else names the person and whom it goes to. */
function identityOn(recipient: string, { name, bookingNumber, attorney, designee }: Identity): PrintedIdentity {
  const addressee =
    recipient === 'attorney' ? (attorney ?? '') : recipient === 'designee' ? (designee ?? '') : undefined
  return {
    ...(name === undefined ? {} : { name }),
    ...(bookingNumber === undefined ? {} : { bookingNumber }),
    ...(addressee === undefined ? {} : { addressee }),
  }
}

function sheet(paper: Paper, format: Format, file: string): PrintedPaper {
  switch (format) {
    case 'html':
      return { type: 'text/html; charset=utf-8', file: `${file}.html`, body: paperHtml(paper) }
    case 'text':
      return { type: 'text/plain; charset=utf-8', file: `${file}.txt`, body: paperText(paper) }
    case 'pdf': {
      const printed = printer()(paper)
      return { type: 'application/pdf', file: `${file}.pdf`, body: printed.kind === 'pdf' ? printed.bytes : null }
    }
  }
}
