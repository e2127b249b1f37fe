/** The server: its bounds, its hooks in their order, and its routes. */
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify from 'fastify'
import { randomUUID } from 'node:crypto'
import { declareCalendar } from '../clock/calendar-routes.ts'
import { declareTimes } from '../clock/time-routes.ts'
import { declareDuties } from '../duty/duty-routes.ts'
import { declareHandOver } from '../handover/hand-over-routes.ts'
import { declareAnswer } from '../answer/answer-routes.ts'
import { declareClosing } from '../closing/closing-routes.ts'
import { declareCase } from '../case/case-routes.ts'
import { declareDecisions } from '../decision/decision-routes.ts'
import { declareConviction } from '../conviction/conviction-routes.ts'
import { declareEvidence } from '../evidence/evidence-routes.ts'
import { declareOutcomes } from '../outcome/outcome-routes.ts'
import { declareArrival } from '../intake/arrival-routes.ts'
import { declareNew } from '../intake/new-routes.ts'
import { declarePerson } from '../intake/person-routes.ts'
import { declareWay } from '../intake/way-routes.ts'
import { declareAdministration } from '../administration/administration-routes.ts'
import { declareApi } from '../api/api-routes.ts'
import { declareDemonstration } from '../demonstration/demonstration-routes.ts'
import { declareHome } from '../home/home-routes.ts'
import { declareLaw } from '../law-reader/law-routes.ts'
import { declarePeople } from '../people/people-routes.ts'
import { declareRole } from '../people/role-routes.ts'
import { declareSignIn } from '../people/sign-in-routes.ts'
import { declareReports } from '../report/report-routes.ts'
import { declareQuestions } from '../question/question-routes.ts'
import { declareQueue } from '../queue/queue-routes.ts'
import { declareSetUp } from '../setup/set-up-routes.ts'
import { declareNotices } from '../notice/notice-routes.ts'
import { declareReceipt } from '../receipt/receipt-routes.ts'
import { declareTranslations } from '../translation/translation-routes.ts'
import { declareSheet } from '../sheet/sheet-routes.ts'
import { declareUpload } from '../upload/upload-routes.ts'
import { sendProblem, declareErrors } from './errors.ts'
import { declareFormCheck } from './form-check.ts'
import { declareConnections, keptMilliseconds } from './connections.ts'
import { declareEnding } from './ending.ts'
import { declareFrame } from './frame.ts'
import { declareHeaders, headersOf } from './headers.ts'
import { declareHealth } from './health.ts'
import { declareNameCheck } from './own-address.ts'
import { refusalOf } from './refusal.ts'
import type { App, Room } from './room.ts'
import { declareTextCheck } from './text-check.ts'

/** The most that a form may weigh, and a request may take: a scan of the largest size comes over a line of half a megabit. */
const bounds = {
  bodyLimit: 256 * 1024,
  requestTimeout: 300_000,
  keepAliveTimeout: keptMilliseconds,
  connectionTimeout: 20_000,
} as const

/** What declares routes. A new subject is added at the end. */
const routes: readonly ((app: App, room: Room) => void)[] = [
  declareHealth,
  declareHome,
  declareSignIn,
  declareRole,
  declareSetUp,
  declarePeople,
  declareCase,
  declareQuestions,
  declareAnswer,
  declareDecisions,
  declareQueue,
  declareDuties,
  declareTimes,
  declareCalendar,
  declareHandOver,
  declareOutcomes,
  declareReports,
  declareNotices,
  declareReceipt,
  declareTranslations,
  declareNew,
  declareWay,
  declareArrival,
  declarePerson,
  declareUpload,
  declareEvidence,
  declareConviction,
  declareLaw,
  declareDemonstration,
  declareApi,
  declareAdministration,
  declareSheet,
  declareClosing,
]

/** Makes the server. It listens to nobody yet. */
export async function makeApp(room: Room): Promise<App> {
  const app = fastify({
    ...bounds,
    // What stands in front of us is believed only where it was named.
    trustProxy: room.proxies === undefined || room.proxies.length === 0 ? false : [...room.proxies],
    genReqId: () => randomUUID(),
    logger: false,
    // What the framework refuses before any hook runs, such as an address that cannot be read.
    frameworkErrors: (error, request, reply) => {
      void reply.headers(headersOf(request, room.isSecure))
      void sendProblem(refusalOf(error), request, reply)
    },
    // Who never finishes the head of a request is looked for each second.
    http: { connectionsCheckingInterval: 1_000, headersTimeout: 15_000 },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false } },
  }).withTypeProvider<TypeBoxTypeProvider>()
  if (room.onRoute !== undefined) app.addHook('onRoute', room.onRoute)
  // Whatever fails from here on is answered by the one handler.
  declareErrors(app, room)
  declareEnding(app)
  declareConnections(app)
  declareHeaders(app, room)
  declareLog(app, room)
  await app.register(cookie)
  await app.register(formbody)
  declareFrame(app, room)
  declareNameCheck(app, room)
  declareFormCheck(app, room)
  declareTextCheck(app)
  for (const declare of routes) declare(app, room)
  return app
}

function declareLog(app: App, { log }: Room): void {
  app.addHook('onResponse', async (request, reply) => {
    const { url: route = 'none' } = request.routeOptions
    const { id, method } = request
    log('answered', {
      request: id,
      method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    })
  })
}
