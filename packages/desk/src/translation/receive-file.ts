/** Takes the file of a translation as it comes in, which is short and Unicode. */
import type { FastifyRequest } from 'fastify'
import { isFormWord, wordField } from '../server/form-check.ts'
import { Refusal } from '../server/refusal.ts'

/** The most that a file may weigh: ten times the longest that we know. */
const mostBytes = 400_000

/** What came in. The text is null for a file that is too large or not Unicode. */
export interface ReceivedFile {
  readonly translator: string
  readonly text: string | null
}

/** Reads the form. A form without its word is refused. */
export async function receiveTranslation(request: FastifyRequest): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw new Refusal('wrong-type')
  const limits = { fileSize: mostBytes, files: 1, fields: 5, fieldSize: 4_000, parts: 6, headerPairs: 50 }
  const fields = new Map<string, string>()
  let text: string | null = ''
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '')
      continue
    }
    const chunks: Uint8Array[] = []
    for await (const chunk of part.file) {
      const bytes: unknown = chunk
      if (bytes instanceof Uint8Array) chunks.push(bytes)
    }
    text = part.file.truncated ? null : decoded(Buffer.concat(chunks))
  }
  if (!isFormWord(request, fields.get(wordField) ?? '')) throw new Refusal('form-stale')
  return { translator: fields.get('translator') ?? '', text }
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
