/** The page behind the code on a receipt. It needs no session: whoever has the paper has the address. */
import { markup, type Markup } from '@brightline/documents/html'
import { dayWords } from '@brightline/wording'
import { Type } from 'typebox'
import { href } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { findReceipt, type ReceiptShown } from './receipt.ts'
import { sayReceipt } from './words.ts'

const id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const OfReceipt = Type.Object({ id })

/** So many looks from one address of the network. */
const looks = { most: 60, seconds: 60 } as const

/** Declares the routes. */
export function declareReceipt(app: App, { database }: Room): void {
  app.get('/receipts/:id', { schema: { params: OfReceipt } }, async (request, reply) => {
    await limit(database, `receipt from ${request.ip}`, looks)
    const { id } = request.params
    const receipt = await findReceipt(database, id)
    if (receipt === null) throw new Refusal('not-found')
    const title = sayReceipt(request.lang)(receipt.proof.kind)
    const isError = receipt.proof.kind === 'missing'
    return await sendPage(request, reply, { title, main: receiptMain(receipt, id, request.lang), isError })
  })
  app.get('/receipts/:id/proof', { schema: { params: OfReceipt } }, async (request, reply) => {
    await limit(database, `receipt from ${request.ip}`, looks)
    const receipt = await findReceipt(database, request.params.id)
    if (receipt?.proof.kind !== 'proved') throw new Refusal('not-found')
    void reply.header('content-disposition', 'attachment; filename="proof.txt"').type('text/plain; charset=utf-8')
    return await reply.send(Buffer.from(receipt.proof.bytes))
  })
}

function receiptMain({ agencyName, proof }: ReceiptShown, id: string, lang: string): Markup {
  const say = sayReceipt(lang)
  const row = (name: string, value: string): Markup => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`
  const head = markup`<h1>${say(proof.kind)}</h1>`
  if (proof.kind !== 'proved') return markup`${head}<p class="lead">${say(`${proof.kind}-next`)}</p>`
  const { entry } = proof
  const when = dayWords(entry.day, lang)
  const place = say('place-of', { index: String(proof.index + 1), size: String(proof.size) })
  return markup`${head}<p class="lead">${say('lead', { agency: agencyName, when })}</p><p class="section">${say('no-name')}</p>
<section class="section"><table><tbody>${row(say('entry'), String(entry.serial))}${row(say('place'), place)}</tbody></table></section>
<p class="section"><a class="button" href="${href(`/receipts/${id}/proof`)}" download>${say('download')}</a></p><p class="hint">${say('download-lead')}</p>`
}
