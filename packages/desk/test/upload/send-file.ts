/** Sends a form with a file, as a browser would. */
import type { Answer, Visitor } from '../server/visitor.ts'

export interface SentFile {
  readonly bytes: Buffer
  readonly fileName?: string
  readonly type?: string
  /** What stands before the file, the word of the form apart. */
  readonly fields?: Readonly<Record<string, string>>
  /** Leaves the word of the form out. */
  readonly withoutWord?: boolean
}

const boundary = 'boundary-of-a-test'

function formOf(
  word: string,
  { bytes, fileName = 'scan.pdf', type = 'application/pdf', fields = {} }: SentFile,
): Buffer {
  const parts = Object.entries({ ...(word === '' ? {} : { 'form-word': word }), ...fields }).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="paper"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`
  return Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

export async function sendFile(
  visitor: Visitor,
  path: string,
  file: SentFile,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const body = formOf(file.withoutWord === true ? '' : visitor.word, file)
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return await visitor.postBytes(`${path}/papers`, body, { ...type, ...headers })
}
