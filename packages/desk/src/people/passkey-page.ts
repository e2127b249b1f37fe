/** The page on which a browser asks for a passkey. Without scripts it says what else there is. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { sayAccount } from './account-words.ts'
import { passkeyScript } from './passkey-script.ts'

/** What is asked, and where the answer goes. */
export interface PasskeyPage {
  readonly kind: 'new' | 'used'
  readonly path: string
  readonly options: { readonly challenge: string }
  readonly fields: Readonly<Record<string, string>>
  /** The way back: a link to a page, or the button of a form that takes along what waits. */
  readonly back: Markup
}

/** Sends the page. */
export async function sendPasskey(
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, path, options, fields, back }: PasskeyPage,
): Promise<FastifyReply> {
  const say = sayAccount(request.lang)
  const title = say(`ask-${kind}`)
  const hidden = Object.entries({ ...fields, challenge: options.challenge, answer: '' }).map(
    ([name, value]): Markup => markup`<input type="hidden" name="${name}" value="${value}">`,
  )
  const main = markup`<h1>${title}</h1><p class="lead">${say(`ask-${kind}-lead`)}</p>
<noscript><p class="note">${say('no-script')}</p></noscript>
<p class="fault" id="passkey-failed" role="alert" hidden>${say('passkey-failed')}</p>
<form method="post" action="${href(path)}" data-passkey="${kind}" data-options="${JSON.stringify(options)}" hidden>${formWordField(frameOf(request))}${hidden}
<button>${say('ask-again')}</button></form>
<div class="section">${back}</div>
<script src="${href(passkeyScript.path)}" defer></script>`
  return await sendPage(request, reply, { title, main })
}
