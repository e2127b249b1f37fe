/** The page of papers: one to add, those that are here, and what they seem to say. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { wayOfCase } from '../intake/arrival.ts'
import { findWay, ways } from '../intake/way.ts'
import { sayIntake } from '../intake/words.ts'
import { sayQuestion } from '../question/words.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { formName, hintOf, hintWords } from './hint-words.ts'
import type { Paper } from './paper.ts'
import { mostBytes } from './receive.ts'
import { sayUpload } from './words.ts'

/** What the page shows. */
export interface PapersPage {
  readonly frame: Frame
  readonly found: CaseRecord
  readonly papers: readonly Paper[]
  readonly faults: Faults
  /** What was done just now. */
  readonly said: 'kept' | 'twice' | 'copy' | null
}

/** The most that a paper may weigh, in megabytes. */
export const mostMegabytes: number = mostBytes / 1024 / 1024

/** Makes the main part. */
export function papersMain(page: PapersPage): Markup {
  const { frame, found, papers, faults, said } = page
  const say = sayUpload(frame.lang)
  const base = `/cases/${found.reference}`
  const second = papers.length === 0 ? ' second' : ''
  const goOn = markup`<p class="section buttons"><a class="button${second}" href="${href(`${base}/evidence`)}">${say('go-on')}</a>
<a href="${href(`${base}/express`)}">${sayQuestion(frame.lang)('express')}</a></p>`
  return markup`${faultList(frame.lang, faults)}<p class="back"><a href="${href(`${base}/person`)}">${say('back')}</a></p>
<p class="over">${sayIntake(frame.lang)('step-over', { reference: found.reference })}</p>
<h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
${said === null ? null : markup`<div class="note" role="status"><p>${say(said)}</p></div>`}
${papers.length === 0 ? null : listOf(page)}
${papers.length === 0 ? null : goOn}${addForm(page)}${papers.length === 0 ? goOn : null}`
}

function addForm({ frame, found, papers, faults }: PapersPage): Markup {
  const say = sayUpload(frame.lang)
  const options = ways
    .filter(({ look }) => look !== null)
    .map(({ paper, name }) => ({ value: paper, name: kindWords(name, frame.lang) }))
  const wrong = faults.has('paper')
  return markup`<form class="section" method="post" enctype="multipart/form-data" action="${href(`/cases/${found.reference}/papers`)}">${formWordField(frame)}
${listField({ name: 'kind', label: say('kind'), value: wayOfCase(found).paper, options }, faults)}
<div class="field${wrong ? ' wrong' : ''}"><label for="paper">${say('file')}</label><p class="hint" id="paper-hint">${say('file-hint', { most: mostMegabytes })}</p>
${wrong ? markup`<p class="fault" id="paper-fault">${faults.get('paper') ?? ''}</p>` : null}
<input class="file" id="paper" name="paper" type="file" accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff" aria-describedby="paper-hint${wrong ? ' paper-fault' : ''}"></div>
<button class="${papers.length > 0 ? 'second' : 'first'}">${say('add')}</button></form>`
}

function listOf(page: PapersPage): Markup {
  const say = sayUpload(page.frame.lang)
  return markup`<section class="section"><h2>${say('here')}</h2><ol class="papers">${page.papers.map((paper, at) => paperItem(page, paper, at + 1))}</ol></section>`
}

function paperItem({ frame, found }: PapersPage, paper: Paper, number: number): Markup {
  const { lang } = frame
  const say = sayUpload(lang)
  const name = say('numbered', { number, kind: kindWords(paper.kind, lang) })
  const path = `/cases/${found.reference}/papers/${paper.id}`
  const same = paper.sameAs === null ? null : markup`; ${say('same-as', { reference: paper.sameAs })}`
  return markup`<li><b>${name}</b> <span class="soft">${say('came')} ${clockTime(paper.receivedAt, found.timeZone, lang)}${same}</span>
${seemsWords(found.reference, paper, lang)}
<div class="buttons"><form method="post" action="${href(`${path}/look`)}">${formWordField(frame)}<button class="plain">${say('look', { paper: name })}</button></form>
<form method="post" action="${href(`${path}/remove`)}">${formWordField(frame)}<button class="plain">${say('remove', { paper: name })}</button></form></div></li>`
}

/** Says what a paper seems to say, and where it differs from what was chosen. */
function seemsWords(reference: string, { kind, hints }: Paper, lang: string): Markup | null {
  const say = sayUpload(lang)
  const seen = hintOf(hints, 'form')
  if (seen === 'i-213') return markup`<p class="note">${say('seems-i-213')}</p>`
  const words = hintWords(hints, lang)
  if (words.length === 0) return null
  const differs = seen !== null && seen !== kind && findWay(seen) !== null
  const other = say('seems-other', { chosen: kindWords(kind, lang), seen: kindWords(seen ?? '', lang) })
  return markup`<p class="hint">${say('seems-to-say', { hints: words })}</p>${differs ? markup`<p class="note"><span>${other} <a href="${href(`/cases/${reference}/way`)}">${sayIntake(lang)('new-title')}</a></span></p>` : null}`
}

/** Names the kind of a paper. */
export function kindWords(kind: string, lang: string): string {
  // Among other papers it is not alone, as its way says.
  if (kind === 'i-213') return sayUpload(lang)('i-213')
  const way = findWay(kind)
  if (way !== null) return sayIntake(lang)(way.name)
  return kind === 'other-paper' ? sayUpload(lang)('other-paper') : formName(kind)
}
