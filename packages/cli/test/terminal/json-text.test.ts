/** JSON as people and their programs write it. */
import { describe, expect, it } from 'vitest'
import { parseJson, whereIn, whyUnreadable } from '../../src/terminal/json-text.ts'

function errorOf(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    return error
  }
}

describe('JSON from a file', () => {
  it('may begin with a byte-order mark', () => {
    expect(parseJson('\uFEFF{"request.form": "i-247a"}\r\n')).toEqual({ 'request.form': 'i-247a' })
  })

  const cases: readonly { name: string; text: string; where: string }[] = [
    { name: 'a word that is none', text: '{"a": 1,\n oops}', where: ' at line 2, column 2' },
    { name: 'the same behind a byte-order mark', text: '\uFEFF{"a": 1,\n oops}', where: ' at line 2, column 2' },
    { name: 'an empty file', text: ' \n', where: ': it is empty' },
  ]
  for (const { name, text, where } of cases) {
    it(`says where ${name} stands, and not what it is`, () => expect(whereIn(text, errorOf(text))).toBe(where))
  }
})

describe('a file that cannot be read', () => {
  const cases: readonly { code: string; why: string }[] = [
    { code: 'ENOENT', why: 'there is no such file' },
    { code: 'EISDIR', why: 'it is a folder' },
    { code: 'EACCES', why: 'you may not read it' },
    { code: 'EIO', why: 'the disk refuses' },
  ]
  for (const { code, why } of cases) {
    it(`says that ${why}`, () => expect(whyUnreadable(Object.assign(new Error(), { code }))).toBe(why))
  }
})
