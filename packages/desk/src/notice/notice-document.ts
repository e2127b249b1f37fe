/** Notices and decisions as rows keep them: plain data, held against its shape when it is read. */
import type { Notice, NoticeDecision } from '@brightline/documents/notice'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Json } from '../database/tables.ts'

const string = Type.String()
const maybe = Type.Union([string, Type.Null()])
const texts = Type.Intersect([Type.Object({ en: string }), Type.Record(string, string)])

const Decision = Type.Object({
  act: string,
  verdict: Type.Union([
    Type.Literal('required'),
    Type.Literal('prohibited'),
    Type.Literal('permitted'),
    Type.Literal('no-rule'),
    Type.Literal('conflict'),
    Type.Literal('needs-facts'),
  ]),
  silence: Type.Array(
    Type.Union([
      Type.Literal('not-encoded'),
      Type.Literal('no-power'),
      Type.Literal('duty-lifted'),
      Type.Literal('not-in-force'),
      Type.Literal('law-silent'),
    ]),
  ),
  counsel: Type.Array(texts),
  power: maybe,
  reasons: Type.Array(
    Type.Object({
      cite: string,
      effect: Type.Union([
        Type.Literal('decides'),
        Type.Literal('overridden'),
        Type.Literal('displaced'),
        Type.Literal('beside'),
      ]),
    }),
  ),
})

const headed = {
  reference: string,
  agency: string,
  place: texts,
  madeOn: string,
  contact: maybe,
  demandedBy: Type.Array(string),
}
const request = Type.Object({ from: maybe, form: maybe, receivedAt: string })
const answers = Type.Array(
  Type.Object({
    decision: Decision,
    name: texts,
    chosen: Type.Union([Type.Literal('do'), Type.Literal('do-not'), Type.Null()]),
    waits: Type.Boolean(),
  }),
)

const NoticeDocument = Type.Union([
  Type.Object({ kind: Type.Literal('request-copy'), ...headed, request, answers }),
  Type.Object({
    kind: Type.Literal('interview-consent'),
    ...headed,
    request,
    purpose: Type.Union([texts, Type.Null()]),
  }),
  Type.Object({
    kind: Type.Literal('same-notice'),
    ...headed,
    request,
    recipient: Type.Union([Type.Literal('person'), Type.Literal('attorney'), Type.Literal('designee')]),
    toldAt: string,
    releaseAt: string,
  }),
  Type.Object({ kind: Type.Literal('agency-reply'), ...headed, request, answers, changes: Type.Array(texts) }),
  Type.Object({ kind: Type.Literal('receipt'), ...headed, loggedAt: string, entry: string, address: string }),
])

const Decided = Type.Object({ decisions: Type.Array(Decision) })

/** Reads a notice that a row keeps; null for what is none, such as one of an older program. */
export function noticeOf(document: Json): Notice | null {
  return Value.Check(NoticeDocument, document) ? document : null
}

/** Finds the decision on an act in the document that a row of decisions keeps. */
export function decisionOf(document: Json, act: string): NoticeDecision | null {
  if (!Value.Check(Decided, document)) return null
  return document.decisions.find((decision) => decision.act === act) ?? null
}

const Nearest = Type.Object({
  decisions: Type.Array(Type.Object({ nearest: Type.Array(Type.Object({ fact: string, to: Type.Unknown() })) })),
})

/** What would change a decision, as far as papers of a court would. */
export function courtChangesOf(document: Json): readonly { readonly fact: string; readonly to: string }[] {
  if (!Value.Check(Nearest, document)) return []
  const changes = document.decisions.flatMap(({ nearest }) => nearest)
  return changes.flatMap(({ fact, to }) =>
    typeof to === 'string' && /^(?:warrant|court)\./.test(fact) ? [{ fact, to }] : [],
  )
}
