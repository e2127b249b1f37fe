/** Printing a paper, with names or without. */
import { paperFontPath, paperHtml, paperStyle } from '@brightline/documents/notice'
import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { referencePattern } from '../case/read-case.ts'
import { requireSignedIn } from '../people/require.ts'
import type { App, Room } from '../server/room.ts'
import { sendNotice } from './send-notice.ts'
import { paperRoles } from './paper-kind.ts'
import { fontFiles, readFont } from './printer.ts'
import { previewPaper, printPaper } from './print.ts'
import { sayNotice } from './words.ts'

const OfNotice = Type.Object({
  reference: Type.String({ pattern: referencePattern }),
  id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
})
const Printing = Type.Object({ format: Type.Union([Type.Literal('html'), Type.Literal('pdf'), Type.Literal('text')]) })

/** A paper holds its own style, and takes fonts of ours; no script, no picture, no form. */
const paperPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(paperStyle).digest('base64')}'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Declares the routes. */
export function declarePrinting(app: App, room: Room): void {
  const OfFont = Type.Object({ file: Type.Union(fontFiles.map((file) => Type.Literal(file))) })
  app.get(
    `${paperFontPath}/:file`,
    { schema: { params: OfFont }, config: { isPlain: true } },
    async (request, reply) => {
      void reply.header('cache-control', 'public, max-age=604800').type('font/ttf')
      return await reply.send(Buffer.from(readFont(request.params.file)))
    },
  )
  app.get('/cases/:reference/notices/:id/preview', { schema: { params: OfNotice } }, async (request, reply) => {
    const paper = await previewPaper(room, requireSignedIn(request), request.params)
    void reply.header('content-security-policy', paperPolicy).type('text/html; charset=utf-8')
    return await reply.send(paperHtml(paper))
  })
  app.post(
    '/cases/:reference/notices/:id/print',
    { schema: { params: OfNotice, body: Printing } },
    async (request, reply) => {
      const signedIn = requireSignedIn(request, paperRoles)
      const { type, file, body } = await printPaper(room, signedIn, request.params, request.body.format)
      if (body === null) {
        const faults = new Map([['format', sayNotice(request.lang)('no-pdf')]])
        return await sendNotice(room, request, reply, { ...request.params, faults })
      }
      void reply.header('content-security-policy', paperPolicy).type(type)
      void reply.header('content-disposition', `inline; filename="${file}"`)
      return await reply.send(typeof body === 'string' ? body : Buffer.from(body))
    },
  )
}
