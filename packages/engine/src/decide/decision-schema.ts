/** The JSON of the decision on one act, as docs/decision.md explains it. The types are in `decision.ts`; a test keeps the two together. */

/** The parts of a decision by name. */
export const decisionParts = {
  verdict: {
    enum: ['required', 'prohibited', 'permitted', 'no-rule', 'conflict', 'needs-facts'],
    description: 'What the law says of an act.',
  },
  mark: {
    enum: ['read', 'inferred', 'reported', 'unverified'],
    description: 'How far the text behind a provision was read.',
  },
  texts: {
    type: 'object',
    description: 'A text by language code (BCP 47): English always, the others as far as they were translated.',
    required: ['en'],
    propertyNames: { pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' },
    additionalProperties: { type: 'string', minLength: 1 },
  },
  value: {
    type: ['string', 'integer'],
    description: 'A value of a fact: a name, a whole number, `never`, or a day number for a date.',
  },
  derived: {
    type: 'object',
    description: 'A fact computed from convictions.',
    additionalProperties: false,
    required: ['fact', 'possible'],
    properties: {
      fact: { type: 'string', description: 'The name of the fact.' },
      possible: {
        type: 'array',
        description: 'Its value; several where the record leaves it open.',
        items: { $ref: '#/$defs/value' },
        minItems: 1,
      },
    },
  },
  source: {
    type: 'object',
    description: 'Where the text was read.',
    additionalProperties: false,
    required: ['title', 'url', 'read'],
    properties: {
      title: { type: 'string', description: 'The title of the source.' },
      url: { type: 'string', description: 'Its address.', pattern: '^https?://' },
      read: {
        type: 'string',
        description: 'The date it was read.',
        format: 'date',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      },
    },
  },
  reason: {
    type: 'object',
    description: 'A rule that bears on the decision.',
    additionalProperties: false,
    required: [
      'rule',
      'cite',
      'isPart',
      'source',
      'mark',
      'layer',
      'effect',
      'modal',
      'by',
      'certain',
      'contested',
      'challenged',
      'note',
    ],
    properties: {
      rule: { type: 'string', description: 'The rule id: instrument, section and label.' },
      cite: { type: 'string', description: 'The pin citation.' },
      isPart: { type: 'boolean', description: 'Whether the rule is part of what the citation names.' },
      source: {
        description: 'Where the rule was read; null where it is unverified.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/source' }],
      },
      mark: { $ref: '#/$defs/mark' },
      layer: {
        enum: ['federal', 'state', 'county', 'city', 'agency', 'campus', 'court-order'],
        description: 'The rank of its instrument.',
      },
      effect: {
        enum: ['decides', 'overridden', 'displaced', 'beside'],
        description:
          '`decides`: the verdict rests on it. `overridden`: another rule that applies wins. `displaced`: law above it leaves it no effect. `beside`: it stands beside the answer, as a bar on lower law does.',
      },
      modal: {
        enum: ['must', 'must-not', 'may', 'need-not', 'nobody-may-forbid', 'not-forbidden'],
        description:
          'What the rule says. `need-not` lifts a duty, `nobody-may-forbid` bars lower law, `not-forbidden` lifts a prohibition; these three give no power.',
      },
      by: {
        type: 'array',
        description: 'The ids of the rules that overrode or displaced it.',
        items: { type: 'string' },
      },
      certain: {
        type: 'boolean',
        description: 'False where the rule applies only for some values of the unknown facts.',
      },
      contested: { type: 'boolean', description: 'Whether its force is contested on the date.' },
      challenged: {
        type: 'array',
        description: 'The suits that are pending against it, without effect on its force.',
        items: { type: 'string' },
      },
      note: {
        description: 'The rule in our own words, or a remark on it.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }],
      },
    },
  },
  missing: {
    type: 'object',
    description: 'A provision that exists, may bear on the act, and is not encoded.',
    additionalProperties: false,
    required: ['provision', 'cite', 'isPart', 'layer', 'title', 'because', 'certain'],
    properties: {
      provision: { type: 'string', description: 'Its id: instrument, section and label.' },
      cite: { type: 'string', description: 'The pin citation.' },
      isPart: { type: 'boolean', description: 'Whether it is part of what the citation names.' },
      layer: {
        enum: ['federal', 'state', 'county', 'city', 'agency', 'campus', 'court-order'],
        description: 'The rank of its instrument.',
      },
      title: { description: 'What it is about.', $ref: '#/$defs/texts' },
      because: {
        description: 'Why it is not encoded.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }],
      },
      certain: {
        type: 'boolean',
        description: 'False where it may bear on the act only for some values of the unknown facts.',
      },
    },
  },
  trigger: {
    description: 'When a duty falls due that no request gives rise to.',
    oneOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind'],
        properties: { kind: { enum: ['each-quarter', 'each-month', 'at-all-times'], description: 'The rhythm.' } },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'by'],
        properties: {
          kind: { const: 'each-year', description: 'Once a year.' },
          by: { type: ['string', 'null'], description: 'By which month and day; null where the law names none.' },
        },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'date'],
        properties: {
          kind: { const: 'by-date', description: 'Once.' },
          date: { type: 'string', description: 'By which day.', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        },
      },
    ],
  },
  duty: {
    type: 'object',
    description: 'A duty that arises.',
    additionalProperties: false,
    required: [
      'duty',
      'cite',
      'isPart',
      'mark',
      'who',
      'office',
      'action',
      'recipient',
      'languages',
      'inEveryLanguage',
      'trigger',
      'due',
      'at',
      'waitsFor',
      'ifMissed',
      'certain',
    ],
    properties: {
      duty: { type: 'string', description: 'The id of the duty, or of the doubt rule that makes it.' },
      cite: { type: 'string', description: 'The pin citation.' },
      isPart: { type: 'boolean', description: 'Whether the duty is part of what the citation names.' },
      mark: { $ref: '#/$defs/mark' },
      who: {
        description: 'The agencies that must act; null is whoever decides.',
        anyOf: [{ type: 'null' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
      },
      office: {
        description: 'The office that a doubt rule names, and that must act, or null.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }],
      },
      action: { description: 'What must be done.', $ref: '#/$defs/texts' },
      recipient: { description: 'To whom, or null.', anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }] },
      languages: {
        type: 'array',
        description: 'The languages in which it must be done; empty where the law names none.',
        items: { type: 'string', description: 'A BCP 47 language tag.' },
      },
      inEveryLanguage: {
        type: 'boolean',
        description: 'Whether each of the languages is needed; false where one is enough.',
      },
      trigger: {
        enum: ['on-request', 'after', 'doubt'],
        description:
          '`on-request`: it arises now. `after`: only if the act is done. `doubt`: because a doubt rule settled the verdict.',
      },
      arises: {
        enum: ['now', 'if-done'],
        description:
          '`now`: it is due whatever anybody chooses, also after an act that must be done. `if-done`: only if the act is done.',
      },
      due: {
        description: 'When it is due, as the law says; null where the law sets no time.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/due' }],
      },
      at: {
        type: ['string', 'null'],
        description: 'When it is due, ISO 8601 with offset and time zone; null where no time can be named.',
        pattern: '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+[+-]\\d{2}:\\d{2}\\[.+\\]$',
      },
      waitsFor: { type: ['string', 'null'], description: 'The event whose time is missing, or null.' },
      ifMissed: {
        description: 'What must be done if it was missed.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }],
      },
      certain: {
        type: 'boolean',
        description: 'False where the duty arises only for some values of the unknown facts.',
      },
    },
  },
  question: {
    type: 'object',
    description: 'A question that can still change the answer.',
    additionalProperties: false,
    required: ['fact', 'question', 'answers', 'knownBy', 'forcedBy'],
    properties: {
      fact: { type: 'string', description: 'The name of the fact, for `--fact`.' },
      question: {
        description: 'As the vocabulary asks it; null for `agency`, which every law asks alike.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }],
      },
      answers: {
        type: 'array',
        description: 'The answers to choose from; empty where a number or a date is typed.',
        items: {
          type: 'object',
          description: 'One answer.',
          additionalProperties: false,
          required: ['value', 'label'],
          properties: {
            value: { $ref: '#/$defs/value', description: 'The value.' },
            label: {
              description: 'As the vocabulary labels it; null for `yes`, `no` and `never`.',
              anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }],
            },
          },
        },
      },
      knownBy: { description: 'Who can know it.', anyOf: [{ type: 'null' }, { $ref: '#/$defs/texts' }] },
      forcedBy: {
        type: ['string', 'null'],
        description: 'The citation that forces a protected fact to be asked; null for every other fact.',
      },
    },
  },
  nearest: {
    type: 'object',
    description: 'One other answer to one known fact, or one fact told unasked, that would change the verdict.',
    additionalProperties: false,
    required: ['fact', 'to', 'verdict'],
    properties: {
      fact: { type: 'string', description: 'The name of the fact.' },
      to: {
        description: 'The other value by its name, or an inclusive range of numbers or dates.',
        anyOf: [
          { type: 'string' },
          {
            type: 'object',
            additionalProperties: false,
            required: ['from', 'to'],
            description: 'A range.',
            properties: {
              from: { type: ['integer', 'string'], description: 'The least number, or the first ISO date.' },
              to: { type: ['integer', 'string'], description: 'The largest number, or the last ISO date.' },
            },
          },
        ],
      },
      verdict: { $ref: '#/$defs/verdict' },
    },
  },
  reading: {
    type: 'object',
    description: 'The answer without some contested texts.',
    additionalProperties: false,
    required: ['without', 'verdicts'],
    properties: {
      without: {
        type: 'array',
        description: 'The instruments that are left out; empty where every text counts.',
        items: { type: 'string' },
      },
      verdicts: {
        type: 'array',
        description: 'The verdicts that are possible then.',
        items: { $ref: '#/$defs/verdict' },
        minItems: 1,
      },
    },
  },
  span: {
    type: 'object',
    description: 'A span of time after an event, and what the clock leaves out.',
    additionalProperties: false,
    required: ['amount', 'unit', 'event', 'excludesWeekends', 'calendar'],
    properties: {
      amount: { type: 'integer', minimum: 0, description: 'How many units.' },
      unit: {
        enum: ['minutes', 'hours', 'days', 'weeks', 'months', 'years'],
        description: 'The unit of time.',
      },
      event: { type: 'string', description: 'The name of the event that it counts from.' },
      excludesWeekends: { type: 'boolean', description: 'Whether the clock leaves out Saturdays and Sundays.' },
      calendar: {
        type: ['string', 'null'],
        description: 'The place whose holidays the clock leaves out, or null.',
      },
    },
  },
  due: {
    description: 'When a duty is due.',
    oneOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind'],
        description: 'No time is set.',
        properties: {
          kind: { enum: ['promptly', 'at-once'], description: 'The word of the law.' },
        },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'event'],
        description: 'Before something happens.',
        properties: {
          kind: { const: 'before', description: 'Before an event.' },
          event: { type: 'string', description: 'The name of the event.' },
        },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'span'],
        description: 'In a span of time.',
        properties: {
          kind: { const: 'within', description: 'In a span after an event.' },
          span: { $ref: '#/$defs/span' },
        },
      },
    ],
  },
  end: {
    description: 'When an act must end.',
    oneOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'event'],
        description: 'With the day.',
        properties: {
          kind: { const: 'end-of-day', description: 'With the day of an event.' },
          event: { type: 'string', description: 'The name of the event.' },
        },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'span'],
        description: 'After a span of time.',
        properties: {
          kind: { const: 'span', description: 'A span after an event.' },
          span: { $ref: '#/$defs/span' },
        },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'atMost'],
        description: 'After the time for which the paper asks.',
        properties: {
          kind: { const: 'asked', description: 'The time for which the paper asks.' },
          atMost: {
            description: 'The longest time that the law lets it ask, or null.',
            anyOf: [{ type: 'null' }, { $ref: '#/$defs/span' }],
          },
        },
      },
    ],
  },
  limit: {
    type: 'object',
    description: 'How long the act may last.',
    additionalProperties: false,
    required: ['limits', 'asked', 'at'],
    properties: {
      limits: {
        type: 'array',
        description: 'The limits of the deciding rules; every one binds.',
        items: { $ref: '#/$defs/end' },
        minItems: 1,
      },
      asked: {
        description:
          'The time for which the form asks; null where no limit takes it, or the form is not known or asks none.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/span' }],
      },
      at: {
        type: ['string', 'null'],
        description:
          'The earliest end, ISO 8601 with offset and time zone; null while no time that they count from is known.',
        pattern: '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+[+-]\\d{2}:\\d{2}\\[.+\\]$',
      },
    },
  },
  decision: {
    type: 'object',
    description: 'The decision on one act.',
    additionalProperties: false,
    required: [
      'act',
      'verdict',
      'silence',
      'counsel',
      'power',
      'deciders',
      'limit',
      'possible',
      'ask',
      'reasons',
      'missing',
      'duties',
      'nearest',
      'readings',
      'flags',
      'policyHash',
    ],
    properties: {
      act: { type: 'string', description: 'The name of the act.' },
      verdict: { $ref: '#/$defs/verdict' },
      silence: {
        type: 'array',
        description:
          'Why no rule decides, the weightiest first. Beside `permitted`, `not-encoded`: something that is not encoded could change it. Otherwise empty.',
        items: { enum: ['not-encoded', 'no-power', 'duty-lifted', 'not-in-force', 'law-silent'] },
        uniqueItems: true,
      },
      counsel: {
        type: 'array',
        description:
          'Why counsel is asked before anything is done; empty where nobody need be asked. The verdict is the answer that would follow.',
        items: { $ref: '#/$defs/texts' },
      },
      power: {
        type: ['string', 'null'],
        description: 'The law that lets nobody do the act without a power; null where none is needed.',
      },
      deciders: {
        type: 'array',
        description:
          'Who decides, where the act is permitted and the law says who; several, in the order of their English texts, where provisions of equal rank name different ones.',
        items: { $ref: '#/$defs/texts' },
      },
      limit: {
        description: 'How long the act may last, or null.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/limit' }],
      },
      possible: {
        type: 'array',
        description: 'The verdicts that are still possible.',
        items: { $ref: '#/$defs/verdict' },
        minItems: 1,
      },
      ask: {
        description: 'The best next question; null where nothing that may be asked can change the answer.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/question' }],
      },
      reasons: {
        type: 'array',
        description: 'The rules that bear on the decision; those that decide come first.',
        items: { $ref: '#/$defs/reason' },
      },
      missing: {
        type: 'array',
        description: 'What is not encoded and could change the answer.',
        items: { $ref: '#/$defs/missing' },
      },
      duties: { type: 'array', description: 'The duties that arise.', items: { $ref: '#/$defs/duty' } },
      nearest: {
        type: 'array',
        description: 'The nearest changes of fact that would change the verdict.',
        items: { $ref: '#/$defs/nearest' },
      },
      readings: {
        type: 'array',
        description: 'Both readings, where the force of a deciding text is contested; otherwise empty.',
        items: { $ref: '#/$defs/reading' },
      },
      flags: {
        type: 'array',
        description: 'What must be said on the face of the answer.',
        items: {
          enum: ['unverified', 'inferred', 'reported', 'contested', 'challenged', 'settled-by-doubt', 'protected-fact'],
        },
        uniqueItems: true,
      },
      policyHash: {
        type: 'string',
        description: 'SHA-256 of the law that was used, as 64 hexadecimal digits.',
        pattern: '^[0-9a-f]{64}$',
      },
    },
  },
} as const
