/** Takes a file as it comes in: its form's word first, its kind by its first bytes, and never more of it than is allowed. */
import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { isFormWord, wordField } from '../server/form-check.ts'
import { Refusal } from '../server/refusal.ts'
import { mediaTypeOf, type MediaType } from './media-type.ts'

/** The most that a paper may weigh. */
export const mostBytes: number = 20 * 1024 * 1024

/** What frames a file in a form may weigh beside it. */
const aroundBytes = 64 * 1024

/** A file that was taken, with the fields that stood before it. */
export interface Received {
  readonly kind: 'file'
  readonly fields: ReadonlyMap<string, string>
  readonly bytes: Buffer
  readonly mediaType: MediaType
}

/** Why a file is not taken. */
export interface NotReceived {
  readonly kind: 'none' | 'too-large' | 'wrong-type'
}

/** Tells if a request says of itself that it is too large, before anything of it is read. */
export function saysTooLarge({ headers }: FastifyRequest): boolean {
  return Number(headers['content-length'] ?? 0) > mostBytes + aroundBytes
}

/** Reads the form of a file. A form without its word is refused before the file. */
export async function receive(request: FastifyRequest): Promise<Received | NotReceived> {
  try {
    return await readForm(request)
  } finally {
    // Browsers read no answer before they have sent everything: what is not wanted flows away.
    request.raw.unpipe()
    request.raw.resume()
  }
}

async function readForm(request: FastifyRequest): Promise<Received | NotReceived> {
  const fields = new Map<string, string>()
  const limits = { fileSize: mostBytes, files: 1, fields: 10, fieldSize: 1_000, parts: 12, headerPairs: 50 }
  const parts = request.parts({ limits })
  for await (const part of parts) {
    if (!isFile(part)) {
      fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '')
      continue
    }
    if (!isFormWord(request, fields.get(wordField) ?? '')) throw new Refusal('form-stale')
    const read = await readFile(part)
    // What comes after the file says nothing.
    return 'kind' in read ? read : taken(read, fields)
  }
  if (!isFormWord(request, fields.get(wordField) ?? '')) throw new Refusal('form-stale')
  return { kind: 'none' }
}

function isFile(part: Multipart): part is MultipartFile {
  return part.type === 'file'
}

function taken(bytes: Buffer, fields: ReadonlyMap<string, string>): Received | NotReceived {
  if (bytes.length === 0) return { kind: 'none' }
  const mediaType = mediaTypeOf(bytes)
  return mediaType === null ? { kind: 'wrong-type' } : { kind: 'file', fields, bytes, mediaType }
}

async function readFile({ file }: MultipartFile): Promise<Buffer | NotReceived> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of file) {
    const bytes: unknown = chunk
    if (!(bytes instanceof Buffer)) continue
    length += bytes.length
    if (length > mostBytes) return { kind: 'too-large' }
    chunks.push(bytes)
    const begun = chunks[0]
    if (begun !== undefined && begun.length >= 8 && mediaTypeOf(begun) === null) return { kind: 'wrong-type' }
  }
  return file.truncated ? { kind: 'too-large' } : Buffer.concat(chunks)
}
