/** The page of the hand-over, made to be printed: clock times, references, and two lines for signatures. */
import { markup, type Markup, type MarkupValue } from '@brightline/documents/html'
import { sayClock, type ClockKey } from '../clock/words.ts'
import { verdictName } from '../decision/verdict.ts'
import { readerOf } from '../duty/duty-routes.ts'
import { caseLink, dutyTable } from '../duty/page.ts'
import { clockTime } from '../home/time.ts'
import { outcomeWords } from '../outcome/words.ts'
import { requireSignedIn } from '../people/require.ts'
import { rowsTable } from '../screen/rows.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { actNames } from './act-names.ts'
import { readHandOver, type HandOver } from './hand-over.ts'
import { stateWords } from '../queue/page.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { answerOfRow } from '../law-reader/answer-of-row.ts'

/** Declares the route. */
export function declareHandOver(app: App, room: Room): void {
  app.get('/hand-over', async (request, reply) => {
    const signedIn = requireSignedIn(request, ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'])
    const { lang } = request
    const say = sayClock(lang)
    const shift = await readHandOver(room.database, signedIn.who)
    const reader = await readerOf(room, signedIn, lang)
    const words = { lang, timeZone: signedIn.timeZone, actName: await actNames(room, signedIn.who, lang) }
    const title = say('over-news', {
      when: clockTime(shift.due.now, signedIn.timeZone, lang),
      decided: shift.decided.length,
      waiting: shift.waiting.length,
      due: shift.due.total,
    })
    const main = markup`<p class="over">${say('hand-over')}</p><h1>${title}</h1>
${section('over-due', dutyTable(shift.due, { ...reader, mayRecord: false }), lang)}
${section('over-waiting', waitingTable(shift, words), lang)}
${section('over-decided', decidedTable(shift, words), lang)}
${section('over-outcomes', outcomeTable(shift, words), lang)}
<section class="section signatures"><p>${say('print')}</p><p>${say('over-from')}</p><p>${say('over-to')}</p></section>`
    return await sendPage(request, reply, { title: say('hand-over'), main })
  })
}

interface ShiftWords {
  readonly lang: string
  readonly timeZone: string
  readonly actName: (act: string) => string
}

function section(title: ClockKey, table: MarkupValue, lang: string): Markup {
  const say = sayClock(lang)
  return markup`<section class="section"><h2>${say(title)}</h2>${table ?? markup`<p class="quiet">${say('over-none')}</p>`}</section>`
}

function waitingTable({ waiting }: HandOver, { lang, timeZone }: ShiftWords): Markup | null {
  if (waiting.length === 0) return null
  const say = sayClock(lang)
  const rows = waiting.map(({ reference, step, needs, since }) => [
    caseLink(reference),
    stateWords({ step, needs }, lang),
    clockTime(since, timeZone, lang),
  ])
  return rowsTable({ caption: say('over-waiting'), columns: [say('of'), say('step'), say('at')], rows })
}

function decidedTable({ decided }: HandOver, { lang, timeZone, actName }: ShiftWords): Markup | null {
  if (decided.length === 0) return null
  const say = sayClock(lang)
  const rows = decided.map(({ reference, act, verdict, document, at, waits }) => [
    caseLink(reference),
    sentenceCase(actName(act), lang),
    markup`${answerOfRow(document, lang)?.tag ?? verdictName(verdict, lang)}${waits ? markup`<span class="second">${say('over-counsel')}</span>` : null}`,
    clockTime(at, timeZone, lang),
  ])
  const columns = [say('of'), say('act'), say('verdict'), say('at')]
  return rowsTable({ caption: say('over-decided'), columns, rows })
}

function outcomeTable({ outcomes }: HandOver, { lang, timeZone }: ShiftWords): Markup | null {
  if (outcomes.length === 0) return null
  const say = sayClock(lang)
  const rows = outcomes.map(({ reference, kind, at, receiver }) => [
    caseLink(reference),
    outcomeWords({ kind, receiver }, lang),
    clockTime(at, timeZone, lang),
  ])
  return rowsTable({ caption: say('over-outcomes'), columns: [say('of'), say('what'), say('at')], rows })
}
