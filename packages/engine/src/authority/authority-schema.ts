/** The part of the JSON of a decision that holds an authority. */

const day = { format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const

/** An authority, for the schema of a decision document. */
export const authorityPart: Readonly<Record<string, unknown>> = {
  authority: {
    type: 'object',
    description: 'A decision of a court or an opinion of an attorney general.',
    additionalProperties: false,
    required: [
      ...['authority', 'name', 'cite', 'by', 'decided', 'holding', 'isBinding', 'treatment', 'acts', 'rules'],
      ...['encodedIn', 'mark', 'source'],
    ],
    properties: {
      authority: { type: 'string', description: 'The id of the authority.' },
      name: { type: 'string', description: 'As it is called, such as the parties of the case.' },
      cite: { type: 'string', description: 'The citation.' },
      by: { description: 'The court or office that gave it.', $ref: '#/$defs/texts' },
      decided: { type: 'string', description: 'The day on which it was given.', ...day },
      holding: { description: 'What it says, in words of this library.', $ref: '#/$defs/texts' },
      isBinding: {
        type: 'boolean',
        description: 'Whether it binds the place on the date; where it does not, it persuades.',
      },
      treatment: {
        description: 'What became of it until the date; null while it stands whole.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/treatment' }],
      },
      acts: {
        type: 'array',
        description: 'The acts of the request that it concerns.',
        items: { type: 'string' },
        minItems: 1,
      },
      rules: {
        type: 'array',
        description: 'The rules among the reasons on which it bears.',
        items: { type: 'string' },
      },
      encodedIn: {
        type: ['string', 'null'],
        description: 'The instrument that states it as rules, and decides by them; null where none does.',
      },
      mark: { $ref: '#/$defs/mark' },
      source: {
        description: 'Where it was read, or what tells of it; null where no source was found.',
        anyOf: [{ type: 'null' }, { $ref: '#/$defs/source' }],
      },
    },
  },
  treatment: {
    type: 'object',
    description: 'What became of an authority.',
    additionalProperties: false,
    required: ['kind', 'date', 'cite'],
    properties: {
      kind: {
        enum: ['limited', 'overruled', 'superseded'],
        description: '`limited`: the rest of it stands; `overruled` by a court; `superseded` by later law.',
      },
      date: { type: 'string', description: 'Since when.', ...day },
      cite: { type: 'string', description: 'By what.' },
    },
  },
}
