/** The page on which an administrator confirms that the clock of the server ran days ahead and is right again. */
import { markup, type Markup } from '@brightline/documents/html'
import { amountWords, dayWords } from '@brightline/wording'
import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import { readCorrections, readLogClock, setClockBack, type LogClock } from '../record/clock-correction.ts'
import { correctionList } from '../record/correction-words.ts'
import { choiceField } from '../screen/choices.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { factList, sendAdministration, type Exchange } from './page.ts'
import { sayAdministration } from './words.ts'

const path = '/administration/clock'
const Body = Type.Object({ today: Type.Optional(Type.String({ maxLength: 40 })) })

/** Declares the routes. */
export function declareClock(app: App, room: Room): void {
  app.get(path, async (request, reply) => await sendClock({ room, request, reply }, {}))
  app.post(path, { schema: { body: Body } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const say = sayAdministration(request.lang)
    const told = await transaction(room.database, who, async (work) => {
      const { today, ahead } = await readLogClock(work, who)
      // What was seen is what is confirmed: not what the clock says by now.
      if (ahead.length > 0 && request.body.today !== today) return today
      await setClockBack(work, who)
      return null
    })
    room.nudge?.()
    if (told === null) return await sendClock({ room, request, reply }, { done: say('clock-done') })
    const faults = new Map([['today', say('clock-unsure', { day: dayWords(told, request.lang) })]])
    return await sendClock({ room, request, reply }, { faults })
  })
}

interface Shown {
  readonly done?: string
  readonly faults?: Faults
}

async function sendClock(exchange: Exchange, { done, faults = new Map() }: Shown): Promise<FastifyReply> {
  const { room, request } = exchange
  const { who, timeZone } = requireSignedIn(request, ['administrator'])
  const { lang } = request
  const { clock, corrections } = await transaction(room.database, who, async (work) => ({
    clock: await readLogClock(work, who),
    corrections: await readCorrections(work),
  }))
  const good = markup`<p class="section">${sayAdministration(lang)('clock-good')}</p>`
  const main = clock.ahead.length === 0 ? good : confirmForm(clock, exchange, faults)
  const body = markup`${main}${correctionList(corrections.toReversed(), timeZone, lang)}`
  return await sendAdministration(exchange, { name: 'clock', done, faults, body })
}

function confirmForm({ today, ahead }: LogClock, { request }: Exchange, faults: Faults): Markup {
  const { lang } = request
  const { timeZone } = requireSignedIn(request)
  const say = sayAdministration(lang)
  const last = ahead.map(({ day }) => day).reduce((one, other) => (one > other ? one : other))
  const { days } = Temporal.PlainDate.from(today).until(last)
  const facts = factList([
    [say('clock-now'), clockTime(Temporal.Now.instant(), timeZone, lang)],
    [say('clock-last'), dayWords(last, lang)],
    [say('clock-away'), amountWords(days, 'days', lang)],
    [say('clock-lines'), ahead.length],
  ])
  const sure = { value: today, label: say('clock-sure', { day: dayWords(today, lang) }) }
  const asked = { name: 'today', label: say('clock-question'), kind: 'several', choices: [sure], chosen: [] } as const
  return markup`<p class="section">${say('clock-what')}</p>${facts}<p class="section">${say('clock-look')}</p><p>${say('clock-after')}</p>
<form method="post" action="${href(path)}" class="section">${formWordField(frameOf(request))}${choiceField(asked, faults)}<button>${say('clock-confirm')}</button></form>`
}
