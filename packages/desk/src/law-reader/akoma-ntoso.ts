/** An instrument as it stands on a day, as a document of Akoma Ntoso 3.0: what is encoded of it, in the words of this program. */
import type { ShownInstrument, ShownProvision } from '@brightline/wording'
import { href } from '../screen/href.ts'

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** What it is written of: the instrument, the day, and the language of its words. */
export interface AknShown {
  readonly shown: ShownInstrument
  readonly asOf: string
  readonly lang: string
}

/**
 * Writes it. The words are those of the reader and not the official text, and the manifestation says so.
 *
 * INVARIANT: everything that is written between marks goes through `escaped`.
 */
export function akomaNtoso({ shown, asOf, lang }: AknShown): string {
  const work = `/akn/us/act/${escaped(shown.id)}`
  const language = lang === 'es' ? 'spa' : 'eng'
  const expression = `${work}/${language}@${asOf}`
  const since = shown.events.findLast(({ kind, date }) => kind === 'effective' && date <= asOf)?.date ?? asOf
  const identified = (uri: string, day: string, name: string, more: string): string =>
    `<FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/><FRBRdate date="${day}" name="${name}"/><FRBRauthor href="#place"/>${more}`
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${namespace}"><act name="act" contains="singleVersion"><meta>
<identification source="#brightline">
<FRBRWork>${identified(work, since, 'effective', '<FRBRcountry value="us"/>')}</FRBRWork>
<FRBRExpression>${identified(expression, asOf, 'as-of', `<FRBRlanguage language="${language}"/>`)}</FRBRExpression>
<FRBRManifestation>${identified(`${expression}.xml`, asOf, 'as-of', '<FRBRformat value="application/akn+xml"/>')}</FRBRManifestation>
</identification>
<lifecycle source="#brightline"><eventRef date="${since}" source="#source" type="generation"/></lifecycle>
<references source="#brightline"><original eId="source" href="${href(work)}" showAs="${escaped(shown.cite)}"/>
<TLCOrganization eId="brightline" href="${href('/ontology/organization/brightline')}" showAs="Brightline"/>
<TLCOrganization eId="place" href="${href(`/ontology/organization/${shown.place}`)}" showAs="${escaped(shown.place)}"/></references>
</meta>
<preface><longTitle><p><docTitle>${escaped(shown.title)}</docTitle> (${escaped(shown.cite)})</p></longTitle></preface>
<body>
${shown.sections.map(sectionOf).join('\n')}
</body></act></akomaNtoso>
`
}

function sectionOf({ number, title, leadIns, provisions }: ShownInstrument['sections'][number]): string {
  const id = `sec_${named(number)}`
  const heading = title === '' ? '' : `<heading>${escaped(title)}</heading>`
  const leads = leadIns.map(
    ({ label, condition }) => `<p>${escaped([label ?? '', wordsOf(condition)].join(' ').trim())}</p>`,
  )
  const intro = leads.length === 0 ? '' : `<intro>${leads.join('')}</intro>`
  const inner = provisions.map((provision, at) => provisionOf(provision, `${id}__para_${at + 1}`)).join('\n')
  return `<section eId="${id}"><num>${escaped(number)}</num>${heading}${inner === '' ? '' : intro}
${inner === '' ? '<content><p/></content>' : inner}</section>`
}

function provisionOf({ label, says, condition, cite }: ShownProvision, id: string): string {
  const words = [says, wordsOf(condition)].join(' ').trim()
  const num = escaped(label === '' ? cite : label)
  return `<paragraph eId="${id}"><num>${num}</num><content><p>${escaped(words)}</p></content></paragraph>`
}

/** Says a condition; the brackets around the terms of an instrument are for its page. */
function wordsOf(condition: ShownProvision['condition']): string {
  return condition
    .map(({ joint, text }) => `${joint} ${text}`.trim())
    .join(' ')
    .replaceAll(/\[([^\]]+)\]/g, '$1')
}

/** Writes a number so that an id can hold it. */
function named(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9.-]+/g, '-')
}

/** Writes text so that nothing of it is taken for a mark. What XML cannot hold is left out. */
function escaped(text: string): string {
  const held = text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  return held.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
