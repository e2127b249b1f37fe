/** `decide --batch`: one answer a line, in order, whatever a line holds. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, temporaryFolder } from './command.ts'

const folder = temporaryFolder()
const good =
  '{"place": "us/ex/springfield", "acts": ["hold"], "agency": "jail", "asOf": "2026-11-01", "facts": {"warrant.present": "no"}}'

async function batch(name: string, text: string): Promise<{ code: number; answers: readonly string[]; err: string }> {
  const file = join(folder, name)
  writeFileSync(file, text)
  const { code, out, err } = await brightline('decide', '--batch', file)
  return {
    code,
    err,
    answers: out
      .split('\n')
      .filter((line) => line !== '')
      .map(summary),
  }
}

/** A verdict, or the line and the code of a problem. */
function summary(line: string): string {
  const parsed: { error?: { line: number; problems: { code: string }[] }; decisions?: { verdict: string }[] } =
    JSON.parse(line)
  if (parsed.error !== undefined)
    return `line ${parsed.error.line}: ${parsed.error.problems.map(({ code }) => code).join(' ')}`
  return (parsed.decisions ?? []).map(({ verdict }) => verdict).join(' ')
}

describe('a batch', () => {
  it('answers good and bad lines in order and ends with 1', async () => {
    const lines = [good, '{', good.replace('hold', 'hodl'), '[]', good.replace('us/ex/springfield', 'us/nowhere'), good]
    expect(await batch('mixed.jsonl', `${lines.join('\n')}\n`)).toEqual({
      code: 1,
      err: '4 of 6 lines were refused\n',
      answers: [
        'prohibited',
        'line 2: REQ-0009',
        'line 3: REQ-0003',
        'line 4: REQ-0012',
        'line 5: LAW-0101',
        'prohibited',
      ],
    })
  })

  it('takes CRLF, empty lines and no line end at the end', async () => {
    expect(await batch('crlf.jsonl', `${good}\r\n\r\n   \r\n${good}`)).toEqual({
      code: 0,
      err: '',
      answers: ['prohibited', 'prohibited'],
    })
  })

  it('counts empty lines, so that an error names the line of the file', async () => {
    expect((await batch('empty.jsonl', `\n\n{\n`)).answers).toEqual(['line 3: REQ-0009'])
  })

  it('refuses a line that is too long, and goes on', async () => {
    const long = good.replace('{"warrant', `{"x": "${'x'.repeat(1024 * 1024)}", "warrant`)
    expect((await batch('long.jsonl', `${long}\n${good}\n`)).answers).toEqual(['line 1: REQ-0015', 'prohibited'])
  })

  it('is empty for an empty file', async () => {
    expect(await batch('nothing.jsonl', '')).toEqual({ code: 0, err: '', answers: [] })
  })

  it('uses the flags where a line is silent', async () => {
    const file = join(folder, 'defaults.jsonl')
    writeFileSync(file, '{"facts": {"warrant.present": "no"}}\n')
    const { code, out } = await brightline(
      'decide',
      'us/ex',
      'hold',
      '--agency',
      'jail',
      '--as-of',
      '2026-11-01',
      '--batch',
      file,
    )
    expect({ code, verdict: summary(out) }).toEqual({ code: 0, verdict: 'prohibited' })
  })
})
