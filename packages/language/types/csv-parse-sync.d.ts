/** What is used of csv-parse. Its own types bring all of Node with them, which the pure files must not see. */
export class CsvError extends Error {}

interface Options {
  readonly relax_column_count: boolean
  readonly skip_empty_lines: boolean
  readonly record_delimiter: string
  readonly trim: boolean
  readonly cast: (text: string, context: { readonly bytes: number }) => string
  readonly on_record: () => null
}

export function parse(bytes: Uint8Array, options: Options): unknown
