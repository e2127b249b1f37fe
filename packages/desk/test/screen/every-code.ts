/** Every list of codes that rows hold and people are shown, with what says them. */
import { recordStates } from '../../src/administration/audit-columns.ts'
import { sayAudit } from '../../src/administration/audit-words.ts'
import { eventKinds, eventRoles } from '../../src/administration/event-kind.ts'
import { sources } from '../../src/administration/retention-source.ts'
import { sayAdministration } from '../../src/administration/words.ts'
import { sayCase } from '../../src/case/words.ts'
import { closingReasons, closingSteps, reopeningReasons } from '../../src/closing/reason.ts'
import { closingReasonWords, closingWords } from '../../src/closing/words.ts'
import { sayClock } from '../../src/clock/words.ts'
import { reasons } from '../../src/decision/reason.ts'
import { reasonWords } from '../../src/decision/reason-words.ts'
import { verdictName, verdictOn, verdicts } from '../../src/decision/verdict.ts'
import { waysDone } from '../../src/duty/discharge.ts'
import { languageReasons } from '../../src/duty/languages.ts'
import { channels as requestChannels, ways } from '../../src/intake/way.ts'
import { noticeName } from '../../src/notice/docket.ts'
import { channels as noticeChannels, formChoices, signatures } from '../../src/notice/give.ts'
import { choiceWords } from '../../src/notice/given-section.ts'
import { recipientName } from '../../src/notice/list-page.ts'
import { paperKindNames, recipients } from '../../src/notice/paper-kind.ts'
import { sayNotice } from '../../src/notice/words.ts'
import { outcomeKinds, outsideAgencies } from '../../src/outcome/outcome.ts'
import { agencyWords, outcomeWords } from '../../src/outcome/words.ts'
import { sessionWays, wayWords } from '../../src/people/account-page.ts'
import { roles } from '../../src/people/role.ts'
import { claimKinds } from '../../src/record/book.ts'
import { sayRecord } from '../../src/record/words.ts'
import { sayFrame } from '../../src/screen/words.ts'
import { kindWords } from '../../src/upload/page.ts'
import { openingReasons } from '../../src/vault/opening-reason.ts'

/** A list of codes, and the words of each. */
interface Voice {
  readonly name: string
  readonly codes: readonly string[]
  readonly say: (code: string, lang: string) => string
}

function voice<Code extends string>(
  name: string,
  codes: readonly Code[],
  say: (code: Code, lang: string) => string,
): Voice {
  const known = (code: string): Code => {
    const found = codes.find((one) => one === code)
    if (found === undefined) throw new Error(`${name} has no ${code}`)
    return found
  }
  return { name, codes, say: (code, lang) => say(known(code), lang) }
}

export const everyCode: readonly Voice[] = [
  voice('events', eventKinds, (code, lang) => sayAdministration(lang)(`kind-${code}`)),
  voice('roles', roles, (code, lang) => sayFrame(lang)(code)),
  voice('as whom', eventRoles, (code, lang) => sayFrame(lang)(code)),
  voice('openings', openingReasons, (code, lang) => sayAdministration(lang)(`reason-${code}`)),
  voice('sources of retention', sources, (code, lang) => sayAdministration(lang)(`source-${code}`)),
  voice('outcomes', outcomeKinds, (kind, lang) => outcomeWords({ kind, receiver: null }, lang)),
  voice('agencies', outsideAgencies, agencyWords),
  voice('reasons', reasons, reasonWords),
  voice('verdicts', verdicts, verdictName),
  voice('verdicts on acts', verdicts, (code, lang) => verdictOn({ verdict: code, document: {} }, '…', lang)),
  voice('notices', paperKindNames, noticeName),
  voice('recipients', recipients, recipientName),
  voice('ways of giving', noticeChannels, (code, lang) => sayNotice(lang)(code)),
  voice('signatures', signatures, (code, lang) => sayNotice(lang)(code)),
  voice('choices on forms', formChoices, (code, lang) => sayNotice(lang)(choiceWords[code])),
  voice('ways of discharging', waysDone, (code, lang) => sayClock(lang)(code)),
  voice('reasons for a missing language', languageReasons, (code, lang) => sayClock(lang)(`language-${code}`)),
  voice('channels of requests', requestChannels, (code, lang) => sayCase(lang)(code)),
  voice('confirmations', ['confirmed', 'sent-back'], (code, lang) => sayCase(lang)(code, { act: '…' })),
  voice('roles of second persons', ['supervisor', 'counsel'], (code, lang) => sayCase(lang)(`needs-${code}`)),
  voice(
    'papers',
    ways.map(({ paper }) => paper),
    kindWords,
  ),
  voice('reasons of closings', closingReasons, closingReasonWords),
  voice('reasons of reopening', reopeningReasons, closingReasonWords),
  voice('steps of closings', closingSteps, (step, lang) => closingWords({ step, reason: 'test', twin: null }, lang)),
  voice('states of the record', recordStates, (code, lang) => sayAudit(lang)(`state-${code}`)),
  voice('ways of signing in', sessionWays, wayWords),
  voice('entries of the log', claimKinds, (code, lang) => sayRecord(lang)(`kind-${code}`)),
]
