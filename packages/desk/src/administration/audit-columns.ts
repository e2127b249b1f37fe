/** The files of the audit, column by column: what is not on these lists leaves the desk in no file. */

/** The columns of each file, in their order. A code stands beside its words. */
export const auditColumns = {
  events: ['id', 'at', 'kind', 'kind-words', 'role', 'role-words', 'account', 'subject'],
  openings: ['id', 'at', 'reason', 'reason-words', 'role', 'role-words', 'account', 'request'],
  record: [
    'id',
    'entry',
    'entry-words',
    'request',
    'received-at',
    'form',
    'form-words',
    'act',
    'act-words',
    'verdict',
    'verdict-words',
    'choice',
    'choice-words',
    'happened-at',
    'rules',
    'reason',
    'reason-words',
    'at',
    'account',
    'role',
    'role-words',
    'state',
    'state-words',
    'due-at',
    'missed-at',
    'of',
    'supersedes',
    'policy',
    'log-desk',
    'log-serial',
    'log-index',
  ],
} as const

/** A file of the audit. */
export type AuditFile = keyof typeof auditColumns

/** The files, in the order in which they are offered. */
export const auditFiles = ['events', 'openings', 'record'] as const

/** A column of a file. */
export type AuditColumn<File extends AuditFile = AuditFile> = (typeof auditColumns)[File][number]

/** States of what is on record, as the file says them. */
export const recordStates = ['stands', 'waits-supervisor', 'waits-counsel', 'sent-back', 'superseded'] as const

/** One state. */
export type RecordState = (typeof recordStates)[number]
