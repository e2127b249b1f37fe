/**
 * The JSON of a decision, as docs/decision.md explains it. It is published as `schema/decision.schema.json`.
 *
 * The types are in `answer.ts` and `decide/decision.ts`; a test keeps them and this schema together.
 */
import { authorityPart } from '../authority/authority-schema.ts'
import { decisionParts } from '../decide/decision-schema.ts'
import { contractVersion } from './contract.ts'

/** A decision document, or the refusal of a line. */
export const decisionSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://brightline.example/schema/decision-${contractVersion}.json`,
  title: 'What `brightline decide --json` prints; with --batch, one such document or refusal a line',
  anyOf: [
    {
      $ref: '#/$defs/document',
    },
    {
      $ref: '#/$defs/refusal',
    },
  ],
  $defs: {
    ...decisionParts,
    ...authorityPart,
    event: {
      type: 'object',
      description: 'When an event of the case happened or will happen.',
      additionalProperties: false,
      required: ['event', 'at'],
      properties: {
        event: {
          type: 'string',
          description: 'The name of the event.',
        },
        at: {
          type: 'string',
          description: 'The time, ISO 8601 with the offset and the time zone of the place.',
          pattern: '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+[+-]\\d{2}:\\d{2}\\[.+\\]$',
        },
      },
    },
    where: {
      description:
        'Where something is wrong: a part of the request as a JSON pointer (RFC 6901), a fact, a file of law, or the whole.',
      anyOf: [
        {
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'pointer'],
          properties: {
            kind: {
              const: 'pointer',
              description: 'A part of the request.',
            },
            pointer: {
              type: 'string',
              description: 'The JSON pointer; empty for all of the request.',
            },
          },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'fact'],
          properties: {
            kind: {
              const: 'fact',
              description: 'A fact.',
            },
            fact: {
              type: 'string',
              description: 'The name of the fact.',
            },
          },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'file', 'line', 'column'],
          properties: {
            kind: {
              const: 'file',
              description: 'A file of law.',
            },
            file: {
              type: 'string',
              description: 'Its path in the law.',
            },
            line: {
              type: 'integer',
              minimum: 1,
              description: 'The line, from 1.',
            },
            column: {
              type: 'integer',
              minimum: 1,
              description: 'The column, from 1.',
            },
          },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['kind'],
          properties: {
            kind: {
              const: 'whole',
              description: 'All that was given.',
            },
          },
        },
      ],
    },
    problem: {
      type: 'object',
      description: 'Something wrong with a request. A value that may be personal is never repeated.',
      additionalProperties: false,
      required: ['code', 'severity', 'where', 'values'],
      properties: {
        code: {
          type: 'string',
          description: 'A stable code; docs/errors.md explains it.',
          pattern: '^(REQ|FACT|LAW|POL)-\\d{4}$',
        },
        severity: {
          enum: ['error', 'warning'],
          description: '`error` stops the answer, `warning` stands beside it.',
        },
        where: {
          $ref: '#/$defs/where',
        },
        values: {
          type: 'object',
          description: 'What the sentence about it names: names of the vocabulary, numbers, texts of the law.',
          additionalProperties: {
            anyOf: [
              {
                type: ['string', 'number'],
              },
              {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              {
                $ref: '#/$defs/texts',
              },
            ],
          },
        },
      },
    },
    document: {
      type: 'object',
      description: 'The decisions on one request.',
      additionalProperties: false,
      required: [
        'version',
        'place',
        'agency',
        'asOf',
        'derived',
        'events',
        'notes',
        'decisions',
        'standing',
        'authorities',
        'checked',
        'noVersion',
      ],
      properties: {
        version: {
          const: contractVersion,
          description: 'The version of this contract.',
        },
        place: {
          type: 'string',
          description: 'The place id.',
        },
        agency: {
          type: ['string', 'null'],
          description: 'The kind of agency; null where it was not said.',
        },
        asOf: {
          type: 'string',
          description: 'The date of the law.',
          format: 'date',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        },
        derived: {
          type: 'array',
          description: 'The facts that were computed from the convictions.',
          items: {
            $ref: '#/$defs/derived',
          },
        },
        events: {
          type: 'array',
          description: 'The times of events that were given, by the clock of the place.',
          items: {
            $ref: '#/$defs/event',
          },
        },
        notes: {
          type: 'array',
          description:
            'Warnings about how the request was read, such as a date that was taken for the beginning of its day.',
          items: {
            $ref: '#/$defs/problem',
          },
        },
        decisions: {
          type: 'array',
          description: 'One for each act, in the order in which they were asked.',
          items: {
            $ref: '#/$defs/decision',
          },
          minItems: 1,
        },
        standing: {
          type: 'array',
          description: 'The duties about these acts that no request gives rise to.',
          items: { $ref: '#/$defs/standing' },
        },
        authorities: {
          type: 'array',
          description:
            'What courts and attorneys general said of these acts, and of the rules that bear on them. It decides nothing. What binds stands first.',
          items: { $ref: '#/$defs/authority' },
        },
        checked: {
          type: 'array',
          description:
            'How far the law of the place, and of the places above it, was checked; a place that nobody checked is not there.',
          items: { $ref: '#/$defs/checked' },
        },
        noVersion: {
          type: 'array',
          description:
            'The instruments about these acts that have no version on the date, the earliest first: none of them is applied.',
          items: { $ref: '#/$defs/noVersion' },
        },
      },
    },
    standing: {
      type: 'object',
      description: 'A duty about an act that no request gives rise to.',
      additionalProperties: false,
      required: [
        ...['duty', 'cite', 'isPart', 'mark', 'action', 'recipient', 'ifMissed', 'trigger', 'acts', 'next', 'passed'],
        ...['due', 'certain'],
      ],
      properties: {
        duty: { type: 'string', description: 'The id of the duty.' },
        cite: { type: 'string', description: 'The pin citation.' },
        isPart: { type: 'boolean', description: 'Whether the duty is part of what the citation names.' },
        mark: { $ref: '#/$defs/mark' },
        action: { description: 'What must be done.', $ref: '#/$defs/texts' },
        recipient: { description: 'To whom, or null.', anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }] },
        ifMissed: {
          description: 'What follows if it is missed, or null.',
          anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }],
        },
        trigger: { $ref: '#/$defs/trigger' },
        acts: {
          type: 'array',
          description: 'The acts of the request that it concerns.',
          items: { type: 'string' },
          minItems: 1,
        },
        next: {
          type: ['string', 'null'],
          description:
            'The first day on or after the date of the law; null where the law names no day, or it has passed.',
        },
        passed: { type: ['string', 'null'], description: 'The day that has passed of a duty with one day, or null.' },
        due: {
          description: 'When it is due, as the law says; null where the law sets no time.',
          anyOf: [{ type: 'null' }, { $ref: '#/$defs/due' }],
        },
        certain: {
          type: 'boolean',
          description: 'False where it arises only for some values of what is not known.',
        },
      },
    },
    checked: {
      type: 'object',
      description: 'Through which day the law of a place was looked for, and where.',
      additionalProperties: false,
      required: ['place', 'through', 'sweep'],
      properties: {
        place: { type: 'string', description: 'The place id.' },
        through: { type: 'string', description: 'The last day.', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        sweep: { description: 'What was looked through.', $ref: '#/$defs/texts' },
      },
    },
    noVersion: {
      type: 'object',
      description: 'An instrument of which the library has no version on the date.',
      additionalProperties: false,
      required: ['instrument', 'title', 'cite', 'place', 'from'],
      properties: {
        instrument: { type: 'string', description: 'The id of the instrument.' },
        title: { type: 'string', description: 'Its title.' },
        cite: { type: 'string', description: 'Its citation.' },
        place: { type: 'string', description: 'The id of the place whose law it is.' },
        from: {
          type: 'string',
          description: 'The day of its first version.',
          format: 'date',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        },
      },
    },
    spoken: {
      type: 'object',
      description: 'A problem with its sentence.',
      additionalProperties: false,
      required: ['code', 'severity', 'where', 'values', 'message', 'help'],
      properties: {
        code: {
          type: 'string',
          description: 'A stable code; docs/errors.md explains it.',
          pattern: '^(REQ|FACT|LAW|POL)-\\d{4}$',
        },
        severity: {
          enum: ['error', 'warning'],
          description: '`error` stops the answer, `warning` stands beside it.',
        },
        where: {
          $ref: '#/$defs/where',
        },
        values: {
          type: 'object',
          description: 'What the sentence about it names: names of the vocabulary, numbers, texts of the law.',
          additionalProperties: {
            anyOf: [
              {
                type: ['string', 'number'],
              },
              {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              {
                $ref: '#/$defs/texts',
              },
            ],
          },
        },
        message: {
          $ref: '#/$defs/texts',
        },
        help: {
          description: 'How to repair it, or null.',
          anyOf: [
            {
              type: 'null',
            },
            {
              $ref: '#/$defs/texts',
            },
          ],
        },
      },
    },
    refusal: {
      type: 'object',
      description: 'A line of a batch that could not be decided.',
      additionalProperties: false,
      required: ['version', 'error'],
      properties: {
        version: {
          const: contractVersion,
          description: 'The version of this contract.',
        },
        error: {
          type: 'object',
          description: 'Why.',
          additionalProperties: false,
          required: ['line', 'problems'],
          properties: {
            line: {
              type: 'integer',
              minimum: 1,
              description: 'The line of the file.',
            },
            problems: {
              type: 'array',
              description: 'Every problem that was found, with its sentence.',
              minItems: 1,
              items: {
                $ref: '#/$defs/spoken',
              },
            },
          },
        },
      },
    },
  },
}
