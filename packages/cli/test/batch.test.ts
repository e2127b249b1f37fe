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

  it('ends a line, and no other, for every fault that a line can have', async () => {
    const faults: readonly (readonly [string, string])[] = [
      ['"asOf": 20160101', 'REQ-0012'],
      ['"asOf": "99999-01-01"', 'REQ-0001'],
      ['"asOf": "9999-01-01"', 'REQ-0018'],
      ['"agency": 7', 'REQ-0012'],
      ['"form": ["detainer"]', 'REQ-0012'],
      ['"act": "hold"', 'REQ-0011'],
      ['"facts": {"warrant.present": "yes", "warrant.present": "no"}', 'REQ-0028'],
      ['"form": "letter", "facts": {"request.form": "detainer"}', 'REQ-0013'],
      ['"events": {"release": "+275760-09-13T00:00:00Z"}', 'REQ-0023'],
      ['"events": {"release": "9999-12-31T23:59:59Z"}', 'REQ-0024'],
      ['"events": {"release": "2026-03-08T02:30"}', 'REQ-0025'],
      ['"convictions": [{"offence": "x", "date": "2030-01-01"}]', 'REQ-0021'],
      ['"version": 1', 'REQ-0014'],
    ]
    const line = (fault: string): string => `{"place": "us/ex", "acts": ["hold"], ${fault}}`
    const text = [good, ...faults.flatMap(([fault]) => [line(fault), good])].join('\n')
    const { answers, code } = await batch('faults.jsonl', text)
    const wanted = faults.flatMap(([, code], index) => [`line ${2 * index + 2}: ${code}`, 'prohibited'])
    expect(answers).toEqual(['prohibited', ...wanted])
    expect(code).toBe(1)
  })

  it('says each problem in every language, with its place', async () => {
    const file = join(folder, 'spoken.jsonl')
    writeFileSync(file, good.replace('"jail"', '"jial"'))
    const { out } = await brightline('decide', '--batch', file)
    expect(JSON.parse(out)).toEqual({
      version: 2,
      error: {
        line: 1,
        problems: [
          {
            code: 'REQ-0002',
            severity: 'error',
            where: { kind: 'pointer', pointer: '/agency' },
            values: { name: 'jial', meant: 'jail', known: ['police', 'jail'], more: 0 },
            message: { en: 'unknown agency `jial`', es: 'agencia desconocida `jial`' },
            help: { en: 'did you mean `jail`?', es: '¿quiso decir `jail`?' },
          },
        ],
      },
    })
  })

  it('refuses what a flag and a line say differently', async () => {
    const file = join(folder, 'twice.jsonl')
    writeFileSync(file, `${good}\n`)
    const { out, code } = await brightline('decide', '--agency', 'police', '--batch', file)
    expect({ code, answer: summary(out) }).toEqual({ code: 1, answer: 'line 1: REQ-0013' })
  })

  it('refuses a line that is not UTF-8, and goes on', async () => {
    const file = join(folder, 'latin.jsonl')
    writeFileSync(file, Buffer.concat([Buffer.from([0x7b, 0xe9, 0x7d, 0x0a]), Buffer.from(good)]))
    const { out } = await brightline('decide', '--batch', file)
    expect(out.trim().split('\n').map(summary)).toEqual(['line 1: REQ-0009', 'prohibited'])
  })

  it('gives an equal request the same bytes, and another one its own', async () => {
    const other = good.replace('"no"', '"yes"')
    const spaced = good.replaceAll(', ', ' ,  ')
    const file = join(folder, 'equal.jsonl')
    writeFileSync(file, [good, other, spaced, good, other].join('\n'))
    const { out } = await brightline('decide', '--batch', file)
    const [first, second, third, fourth, fifth] = out.trim().split('\n')
    expect([third, fourth]).toEqual([first, first])
    expect(fifth).toBe(second)
    expect(second).not.toBe(first)
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
