/** The schema of a mapping file. It gives the types, checks what comes from outside, and is published as `mapping.schema.json`. */

/** Who owns and runs a facility. It is asked before anything else: a county policy does not bind a state prison. */
export const owners = ['county', 'city', 'state', 'federal', 'private', 'unknown'] as const

/** The spellings of dates. `iso` and `us` may carry a time, which is not read; `month` is `2017-04` and counts as its first day. */
export const dateFormats = ['iso', 'us', 'month'] as const

/** The schema, as JSON Schema. */
export const mappingSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Brightline mapping',
  description: 'How the columns of a data set become facts; docs/simulate.md explains every part.',
  type: 'object',
  required: ['version', 'name'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: 1 },
    name: { $ref: '#/$defs/text', description: 'What reports call the data set.' },
    source: { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }], description: 'Printed in every report.' },
    licence: { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }], description: 'Printed in every report.' },
    notes: { type: 'array', items: { type: 'string' }, description: 'Printed in every report.' },
    delimiter: {
      enum: [',', ';', '\t', '|'],
      description: 'What stands between fields of CSV; found by itself where it is left out.',
    },
    date: {
      description: 'The column with the date of the request; null where the data has none.',
      anyOf: [
        {
          type: 'object',
          required: ['column'],
          additionalProperties: false,
          properties: {
            column: { $ref: '#/$defs/text' },
            formats: { type: 'array', minItems: 1, items: { enum: ['iso', 'us', 'month'] } },
          },
        },
        { type: 'null' },
      ],
    },
    count: {
      anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }],
      description: 'A column that says how many requests a row stands for.',
    },
    label: {
      anyOf: [{ $ref: '#/$defs/columns' }, { type: 'null' }],
      description: 'What the tables call the place of a row.',
    },
    owner: {
      description: 'Who runs the facility of a row; unknown where it is left out.',
      anyOf: [
        {
          type: 'object',
          required: ['owner', 'because'],
          additionalProperties: false,
          properties: { owner: { $ref: '#/$defs/owner' }, because: { $ref: '#/$defs/text' } },
        },
        {
          type: 'object',
          required: ['columns', 'words'],
          additionalProperties: false,
          properties: {
            columns: { $ref: '#/$defs/columns' },
            words: {
              type: 'array',
              items: {
                type: 'object',
                required: ['any', 'is'],
                additionalProperties: false,
                properties: { any: { $ref: '#/$defs/words' }, is: { $ref: '#/$defs/owner' } },
              },
            },
          },
        },
      ],
    },
    jurisdiction: {
      type: 'array',
      description: 'The place of law of a row, tried in order.',
      items: {
        anyOf: [
          {
            type: 'object',
            required: ['place'],
            additionalProperties: false,
            properties: { place: { $ref: '#/$defs/text' } },
          },
          {
            type: 'object',
            required: ['columns', 'values'],
            additionalProperties: false,
            properties: {
              columns: { $ref: '#/$defs/columns' },
              values: { type: 'object', additionalProperties: { $ref: '#/$defs/text' } },
            },
          },
        ],
      },
    },
    agency: {
      description: 'The kind of agency of a row; unknown where it is left out.',
      anyOf: [
        {
          type: 'object',
          required: ['agency', 'because'],
          additionalProperties: false,
          properties: { agency: { $ref: '#/$defs/text' }, because: { $ref: '#/$defs/text' } },
        },
        {
          type: 'object',
          required: ['byOwner'],
          additionalProperties: false,
          properties: {
            byOwner: {
              type: 'object',
              additionalProperties: false,
              properties: {
                county: { $ref: '#/$defs/text' },
                city: { $ref: '#/$defs/text' },
                state: { $ref: '#/$defs/text' },
                federal: { $ref: '#/$defs/text' },
                private: { $ref: '#/$defs/text' },
                unknown: { $ref: '#/$defs/text' },
              },
            },
          },
        },
        {
          type: 'object',
          required: ['column', 'values'],
          additionalProperties: false,
          properties: {
            column: { $ref: '#/$defs/text' },
            values: {
              type: 'object',
              additionalProperties: { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }] },
            },
          },
        },
        { type: 'null' },
      ],
    },
    where: {
      type: 'array',
      description: 'Rows that count; the others are excluded with the reason.',
      items: {
        type: 'object',
        required: ['column', 'is', 'reason'],
        additionalProperties: false,
        properties: {
          column: { $ref: '#/$defs/text' },
          is: { type: 'array', items: { type: 'string' } },
          reason: { $ref: '#/$defs/text' },
        },
      },
    },
    acts: { type: 'array', items: { type: 'string' }, description: 'Acts that are asked where the form does not say.' },
    facts: {
      type: 'object',
      description: 'By the name of the fact.',
      additionalProperties: {
        anyOf: [
          { $ref: '#/$defs/constant' },
          { $ref: '#/$defs/byDate' },
          { $ref: '#/$defs/yearsSince' },
          { $ref: '#/$defs/byValues' },
          { $ref: '#/$defs/byWords' },
          { $ref: '#/$defs/yes' },
          { $ref: '#/$defs/no' },
          { $ref: '#/$defs/number' },
          { $ref: '#/$defs/day' },
        ],
      },
    },
    ignored: {
      type: 'object',
      additionalProperties: { $ref: '#/$defs/text' },
      description: 'Columns that are left unread on purpose, with why.',
    },
  },
  $defs: {
    text: { type: 'string', minLength: 1 },
    columns: {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: { $ref: '#/$defs/text' },
      description: 'Columns that are read together, joined with ` / `.',
    },
    words: { type: 'array', minItems: 1, items: { type: 'string' } },
    owner: { enum: ['county', 'city', 'state', 'federal', 'private', 'unknown'] },
    value: { type: ['string', 'integer', 'null'] },
    date: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    constant: {
      description: 'The same in every row: an assumption, so it says why.',
      type: 'object',
      required: ['constant', 'because'],
      additionalProperties: false,
      properties: { constant: { type: ['string', 'integer'] }, because: { $ref: '#/$defs/text' } },
    },
    byDate: {
      description: 'By the date of the row: an assumption. Days are inclusive; null is open.',
      type: 'object',
      required: ['byDate', 'because'],
      additionalProperties: false,
      properties: {
        byDate: {
          type: 'array',
          items: {
            type: 'object',
            required: ['value'],
            additionalProperties: false,
            properties: {
              from: { $ref: '#/$defs/date' },
              through: { $ref: '#/$defs/date' },
              value: { $ref: '#/$defs/value' },
            },
          },
        },
        because: { $ref: '#/$defs/text' },
      },
    },
    yearsSince: {
      description: 'Years since a date as of the date of the row, counted up.',
      type: 'object',
      required: ['yearsSince'],
      additionalProperties: false,
      properties: { yearsSince: { $ref: '#/$defs/text' }, never: { type: 'array', items: { type: 'string' } } },
    },
    byValues: {
      description: 'By a table of values; null is unknown.',
      type: 'object',
      required: ['column', 'values'],
      additionalProperties: false,
      properties: {
        column: { $ref: '#/$defs/text' },
        values: { type: 'object', additionalProperties: { $ref: '#/$defs/value' } },
      },
    },
    byWords: {
      description: 'By words in the cell, the first that fits; null is unknown.',
      type: 'object',
      required: ['column', 'words'],
      additionalProperties: false,
      properties: {
        column: { $ref: '#/$defs/text' },
        words: {
          type: 'array',
          items: {
            type: 'object',
            required: ['any', 'is'],
            additionalProperties: false,
            properties: { any: { $ref: '#/$defs/words' }, is: { $ref: '#/$defs/value' } },
          },
        },
      },
    },
    yes: {
      description: 'Yes or no.',
      type: 'object',
      required: ['column', 'yes'],
      additionalProperties: false,
      properties: {
        column: { $ref: '#/$defs/text' },
        yes: { type: 'array', items: { type: 'string' } },
        no: { type: 'array', items: { type: 'string' } },
      },
    },
    no: {
      description: 'Yes or no, where only the words for no are known.',
      type: 'object',
      required: ['column', 'no'],
      additionalProperties: false,
      properties: { column: { $ref: '#/$defs/text' }, no: { type: 'array', items: { type: 'string' } } },
    },
    number: {
      description: 'A number.',
      type: 'object',
      required: ['column', 'number'],
      additionalProperties: false,
      properties: {
        column: { $ref: '#/$defs/text' },
        number: { const: true },
        never: { type: 'array', items: { type: 'string' } },
      },
    },
    day: {
      description: 'A date.',
      type: 'object',
      required: ['column', 'date'],
      additionalProperties: false,
      properties: { column: { $ref: '#/$defs/text' }, date: { const: true } },
    },
  },
} as const
