/** What a fault leaves in the log: its kind, its code and where it stood, and none of its words. */
import { describe, expect, it } from 'vitest'
import { faultOf, lineLog } from '../../src/server/log.ts'

const typed = 'Maria Example, born 1990-01-01'

describe('a fault in the log', () => {
  it.each([
    ['an error', new Error(`no row for ${typed}`), 'Error'],
    ['an error of another kind', new TypeError(typed), 'TypeError'],
    ['one that stands for another', new Error('outer', { cause: new Error(typed) }), 'Error'],
    [
      'one with words beside it',
      Object.assign(new Error(typed), { detail: typed, where: typed, code: '23505' }),
      'Error',
    ],
    ['what is no error', typed, 'string'],
  ])('%s: says its kind and none of its words', (_name, error, fault) => {
    const said = faultOf(error)
    expect(said['fault']).toBe(fault)
    expect(JSON.stringify(said)).not.toContain('Maria')
  })

  it('names the code of the database, and the line where it stood', () => {
    const said = faultOf(Object.assign(new Error(typed), { code: '23505' }))
    expect(said['code']).toBe('23505')
    expect(said['place']).toMatch(/^server\/log\.test\.ts:\d+$/)
  })

  it('is one line of JSON', () => {
    const lines: string[] = []
    lineLog(
      (line) => lines.push(line),
      () => '2026-11-20T15:00:00Z',
    )('failed', { request: 'r-1', fault: 'Error' })
    expect(lines).toEqual(['{"time":"2026-11-20T15:00:00Z","event":"failed","request":"r-1","fault":"Error"}\n'])
  })
})
