/**
 * The one spelling of a request in JSON: for files, lines of a batch, flags and programs.
 *
 * This schema is checked at the edge and published as `schema/request.schema.json`. The types are in `part.ts`; a test
 * keeps the two together.
 */

/** A part of a request: what one file, one flag or one line says. */
export const partSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    version: { const: 2, description: 'The version of this contract.' },
    place: { type: 'string', minLength: 1, description: 'The place id, such as `us/ca/san-francisco`.' },
    asOf: {
      type: 'string',
      description: 'The date whose law is applied, year-month-day; without it, the date that it is at the place.',
    },
    agency: { type: ['string', 'null'], description: 'The kind of agency that asks; null where it is not said.' },
    form: {
      type: ['string', 'null'],
      description: 'The form that was received: a value of the fact `request.form`. It asks for its acts.',
    },
    acts: {
      type: 'array',
      description: 'The acts to decide; without them, those that the form asks for.',
      items: { type: 'string', description: 'The name of an act, such as `hold`.' },
    },
    facts: {
      type: 'object',
      description: 'What is known of the case, by the name of the fact.',
      additionalProperties: {
        type: ['string', 'number', 'boolean', 'null'],
        description:
          'A value of the fact: the name or the label of a choice, `yes`, `no`, true or false, a whole number, `never`, or a date; null where nobody can say.',
      },
    },
    convictions: {
      type: 'array',
      description:
        'Convictions, as a record states them, from which derived facts are computed; an empty list says that there are none.',
      items: {
        type: 'object',
        description: 'One conviction. Nothing else is read or kept.',
        additionalProperties: false,
        required: ['offence', 'date'],
        properties: {
          offence: {
            type: 'string',
            pattern: '\\S',
            description: 'The statute or the name of the offence, as the record has it.',
          },
          level: {
            enum: ['felony', 'misdemeanor', null],
            description: '`felony` or `misdemeanor`; null where the record does not say.',
          },
          date: { type: 'string', description: 'The day of the conviction, year-month-day.' },
          place: {
            type: ['string', 'null'],
            pattern: '^[a-z][a-z0-9-]*(?:/[a-z0-9-]+)*$',
            description: 'The id of the place of the court, such as `us/ca`; null where the record does not say.',
          },
        },
      },
    },
    events: {
      type: 'object',
      description: 'When events of the case happened or will happen, by the name of the event.',
      additionalProperties: {
        type: ['string', 'null'],
        description: 'A time in ISO 8601, local to the place unless it has an offset; null where it is not known.',
      },
    },
  },
} as const

/** A whole request. */
export const requestSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://brightline.example/schema/request-2.json',
  title: 'A request that can be decided',
  ...partSchema,
  required: ['place'],
}
