/** The evidence check: the paper is chosen, looked at question by question, and what it shows is said in words. */
import { textIn } from '@brightline/language'
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { derivedFactsOf } from '../conviction/derive.ts'
import { transaction } from '../database/transaction.ts'
import { takeStep } from '../intake/draft.ts'
import { stackToday } from '../intake/law.ts'
import { isShownAgain, openStep, sendStep, StepAddress, stepFields, wayOnOf, type StepRequest } from '../intake/step.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { hintOf, hintWords } from '../upload/hint-words.ts'
import { isPicture } from '../upload/media-type.ts'
import { kindWords } from '../upload/page.ts'
import { listPapers, openPaper } from '../upload/paper.ts'
import { impossibleWith, keepCheck, keepForm, readCheck } from './check.ts'
import { factsOf, hasTwoTitles } from './facts.ts'
import { findingOf } from './finding.ts'
import { factList, findingMain, findingTitle, formWords, paperChoice, questionList } from './page.ts'
import { answers as answerNames, findForm, questionsOf, type CheckedForm, type EvidenceAnswers } from './question.ts'
import { sayEvidence } from './words.ts'

const answer = Type.Optional(Type.String({ maxLength: 20 }))
const Chosen = Type.Object({ ...stepFields, form: answer })
const Checked = Type.Object(
  { ...stepFields, of: answer, show: Type.Optional(Type.String({ maxLength: 40 })) },
  { additionalProperties: Type.String({ maxLength: 100 }) },
)

/** Declares the routes. */
export function declareEvidence(app: App, room: Room): void {
  const path = '/cases/:reference/evidence'
  app.get(path, { schema: { params: StepAddress } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    const chosen = step.found.answers.get('warrant.form')?.value
    if (chosen === undefined) return await reply.redirect(href(`${baseOf(step)}/evidence/paper`), 303)
    const form = findForm(chosen)
    if (form === null) return await reply.redirect(href(await wayOnOf(step)), 303)
    return await sendCheck(step, form, { given: await readGiven(step, form) })
  })
  app.get(`${path}/paper`, { schema: { params: StepAddress } }, async (request, reply) => {
    return await sendChoice(await openStep(room, request, reply, request.params.reference), {})
  })
  app.post(`${path}/paper`, { schema: { params: StepAddress, body: Chosen } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    return await takeChoice(step, request.body)
  })
  app.post(path, { schema: { params: StepAddress, body: Checked } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    const form = findForm(step.found.answers.get('warrant.form')?.value)
    if (form === null) return await reply.redirect(href(`${baseOf(step)}/evidence`), 303)
    // Another paper was chosen since the page was made: what was seen on that one says nothing of this one.
    if ((request.body.of ?? form) !== form)
      return await sendCheck(step, form, { given: await readGiven(step, form), isStale: true })
    const given = givenIn(form, request.body)
    if (isShownAgain(request.body)) return await sendCheck(step, form, { given })
    const { show } = request.body
    if (show !== undefined) return await sendCheck(step, form, { given, shown: await openToShow(step, show) })
    return await takeCheck(step, form, { given, seen: Number(request.body.seen ?? '0') })
  })
  app.get(`${path}/result`, { schema: { params: StepAddress } }, async (request, reply) => {
    return await sendResult(await openStep(room, request, reply, request.params.reference))
  })
}

async function takeChoice(
  step: StepRequest,
  { form: name = '', seen = '0' }: Type.Static<typeof Chosen>,
): Promise<FastifyReply> {
  const {
    room,
    request,
    reply,
    signedIn: { who },
    found,
  } = step
  const isPaper = findForm(name) !== null || name === 'none' || name === 'violator-file'
  if (!isPaper && name !== 'cannot-tell') {
    const fault = sayEvidence(request.lang)('paper-missing')
    return await sendChoice(step, { faults: new Map([['form', fault]]) })
  }
  const value = isPaper ? name : null
  const stack = await stackToday(room, who)
  const reason = impossibleWith(stack, found, { 'warrant.form': value })
  if (reason !== null) return await sendChoice(step, { faults: new Map([['form', textIn(reason, request.lang)]]) })
  const isTaken = await transaction(room.database, who, async (work) => {
    if (
      !(await takeStep(work, who, found, {
        seen: Number(seen),
        step: findForm(name) === null ? 'questions' : 'evidence',
      }))
    )
      return false
    await keepForm({ work, who, stack }, found, value)
    return true
  })
  if (!isTaken) return await sendChoice(step, { isStale: true })
  return await reply.redirect(href(`${baseOf(step)}/evidence`), 303)
}

async function takeCheck(
  step: StepRequest,
  form: CheckedForm,
  { given, seen }: { readonly given: EvidenceAnswers; readonly seen: number },
): Promise<FastifyReply> {
  const {
    room,
    request,
    reply,
    signedIn: { who },
    found,
  } = step
  const say = sayEvidence(request.lang)
  // What was not answered now may have been before.
  const answers = new Map([...(await readGiven(step, form)), ...given])
  if (hasTwoTitles(answers))
    return await sendCheck(step, form, { given: answers, faults: new Map([['judge', say('two-titles')]]) })
  const stack = await stackToday(room, who)
  const facts = factsOf(form, answers)
  const reason = impossibleWith(stack, found, facts)
  const first = questionsOf(form)[0] ?? 'court'
  if (reason !== null)
    return await sendCheck(step, form, { given: answers, faults: new Map([[first, textIn(reason, request.lang)]]) })
  const isTaken = await transaction(room.database, who, async (work) => {
    if (!(await takeStep(work, who, found, { seen, step: 'questions' }))) return false
    await keepCheck({ work, who, stack }, found, { answers, facts })
    return true
  })
  if (!isTaken) return await sendCheck(step, form, { given: answers, isStale: true })
  return await reply.redirect(href(`${baseOf(step)}/evidence/result`), 303)
}

interface Shown {
  readonly faults?: Faults
  readonly isStale?: boolean
}

interface ShownCheck extends Shown {
  readonly given: EvidenceAnswers
  /** The paper that stands beside the questions, by its id. */
  readonly shown?: string | undefined
}

async function sendChoice(step: StepRequest, shown: Shown): Promise<FastifyReply> {
  const { lang } = step.request
  const say = sayEvidence(lang)
  return await sendStep(step, {
    title: say('paper-title'),
    lead: say('paper-lead'),
    path: `${baseOf(step)}/evidence/paper`,
    back: `${baseOf(step)}/papers`,
    fields: [await seemsNote(step), paperChoice(lang)],
    buttons: [],
    ...shown,
  })
}

async function sendCheck(
  step: StepRequest,
  form: CheckedForm,
  { given, faults = new Map(), isStale = false, shown }: ShownCheck,
): Promise<FastifyReply> {
  const { lang } = step.request
  const say = sayEvidence(lang)
  const base = baseOf(step)
  return await sendStep(step, {
    title: say('check-title', { paper: formWords(form, lang) }),
    lead: say('check-lead'),
    path: `${base}/evidence`,
    back: `${base}/papers`,
    fields: [
      markup`<input type="hidden" name="of" value="${form}">`,
      await seemsNote(step, form),
      await picturePanel(step, shown),
      questionList(lang, form, given, faults),
    ],
    buttons: markup`<button>${say('check-save')}</button> <a href="${href(`${base}/evidence/paper`)}">${say('check-other')}</a>`,
    faults,
    isStale,
  })
}

async function sendResult(step: StepRequest): Promise<FastifyReply> {
  const { room, request, reply, signedIn, found } = step
  const { lang } = request
  const form = findForm(found.answers.get('warrant.form')?.value)
  if (form === null) return await reply.redirect(href(`${baseOf(step)}/evidence`), 303)
  const say = sayEvidence(lang)
  const finding = findingOf(form, await readGiven(step, form))
  const stack = await stackToday(room, signedIn.who)
  const title = findingTitle(finding, lang)
  const main = markup`<p class="back"><a href="${href(`${baseOf(step)}/evidence`)}">${say('result-change')}</a></p>
<h1>${title}</h1><p class="lead">${say('result-lead')}</p>
${findingMain(finding, lang)}${factList(stack, found.answers, lang)}
<p class="section buttons"><a class="button" href="${href(await wayOnOf(step))}">${say('go-on')}</a>
${derivedFactsOf(stack).length === 0 ? null : markup` <a href="${href(`${baseOf(step)}/convictions`)}">${say('convictions')}</a>`}</p>`
  return await sendPage(request, reply, { title, main })
}

/** Says what papers that were added seem to say: all of them, or those that seem to be a form. */
async function seemsNote({ room, request, signedIn, found }: StepRequest, form?: string): Promise<Markup | null> {
  const papers = await transaction(room.database, signedIn.who, async (work) => await listPapers(work, found.id))
  const meant = papers.filter(({ kind, hints }) => form === undefined || form === (hintOf(hints, 'form') ?? kind))
  const notes = meant.flatMap(({ hints }) => {
    const words = hints.includes('form:i-213') ? [] : hintWords(hints, request.lang)
    return words.length === 0 ? [] : [markup`<p>${sayEvidence(request.lang)('seems', { hints: words })}</p>`]
  })
  return notes.length === 0 ? null : markup`<div class="note"><div>${notes}</div></div>`
}

/** Opens a picture of a paper to stand beside the questions, which goes on record; undefined where there is none. */
async function openToShow({ room, signedIn, found }: StepRequest, id: string): Promise<string | undefined> {
  const papers = await transaction(room.database, signedIn.who, async (work) => await listPapers(work, found.id))
  const meant = papers.find((paper) => paper.id === id && isPicture(paper.mediaType))
  if (meant === undefined) return undefined
  const opened = await openPaper(room, signedIn.who, found, id)
  return opened === null ? undefined : id
}

/** Offers the pictures that were added, and shows the one that was opened. */
async function picturePanel({ room, request, signedIn, found }: StepRequest, shown?: string): Promise<Markup | null> {
  const say = sayEvidence(request.lang)
  const papers = await transaction(room.database, signedIn.who, async (work) => await listPapers(work, found.id))
  const named = papers
    .map((paper, at) => ({ ...paper, name: kindWords(paper.kind, request.lang), number: at + 1 }))
    .filter(({ kind, mediaType }) => isPicture(mediaType) && kind !== 'i-213')
  const open = named.find(({ id }) => id === shown)
  const buttons = named.map(
    ({ id, name, number }) =>
      markup`<button class="second" name="show" value="${id}">${say('show-paper', { number, name })}</button>`,
  )
  const src = `/cases/${found.reference}/papers/${shown ?? ''}/picture`
  const picture = open === undefined ? null : markup`<img class="paper" src="${href(src)}" alt="${open.name}">`
  // The return key saves: it presses the first button of a form.
  const first = markup`<button class="plain unseen" tabindex="-1" aria-hidden="true">${say('check-save')}</button>`
  return named.length === 0 ? null : markup`${first}<div class="buttons">${buttons}</div>${picture}`
}

async function readGiven({ room, signedIn, found }: StepRequest, form: CheckedForm): Promise<EvidenceAnswers> {
  return await transaction(room.database, signedIn.who, async (work) => await readCheck(work, found.id, form))
}

/** Reads the answers of a form. Names and values that are none of ours say nothing. */
function givenIn(form: CheckedForm, body: Readonly<Record<string, unknown>>): EvidenceAnswers {
  return new Map(
    questionsOf(form).flatMap((question) => {
      const said = answerNames.find((name) => name === body[question])
      return said === undefined ? [] : [[question, said] as const]
    }),
  )
}

function baseOf({ found }: StepRequest): string {
  return `/cases/${found.reference}`
}
