/** A language that the law speaks, whichever it is, from the text of the law to the screen. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../src/main.ts'
import { capture, law, temporaryFolder, type Ran } from './command.ts'

const folder = join(temporaryFolder(), 'law')
cpSync(law, folder, { recursive: true })

function translate(file: string, pairs: readonly (readonly [text: string, vi: string])[]): void {
  const path = join(folder, file)
  const changed = pairs.reduce(
    (text, [from, vi]) => {
      expect(text).toContain(from)
      return text.replace(from, () => `${from} / vi "${vi}"`)
    },
    readFileSync(path, 'utf8'),
  )
  writeFileSync(path, changed)
}

translate('vocabulary/words.policy', [
  ['/ "retener a la persona después de la hora de su liberación"', 'giữ người đó quá giờ được thả'],
  ['"la recepción de la solicitud"', 'khi nhận yêu cầu'],
])
translate('us/ex/trust-act.policy', [
  ['/ "Una solicitud de detención es eso, una solicitud."', 'Đây chỉ là một yêu cầu.'],
  ['/ "dar a la persona una copia de la solicitud"', 'đưa cho người đó một bản sao của yêu cầu'],
  ['/ "avisar a la junta de supervisión"', 'báo cho hội đồng giám sát'],
])

async function inVietnamese(...args: readonly string[]): Promise<Ran> {
  return capture(() => run(['--law', folder, ...args]))
}

const request = ['us/ex/springfield', '--agency', 'jail', '--form', 'detainer', '--as-of', '2026-11-01']

describe('a third language', () => {
  it('is said where the law has it, with English where it has not', async () => {
    const { code, out, err } = await inVietnamese('decide', ...request, '--fact', 'warrant.present=no', '--lang', 'vi')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const text = out.replaceAll(/\s+/g, ' ')
    expect(text).toContain('MUST NOT giữ người đó quá giờ được thả')
    expect(text).toContain('Đây chỉ là một yêu cầu.')
    expect(text).toContain('đưa cho người đó một bản sao của yêu cầu')
    expect(text).toContain('within 24 hours of khi nhận yêu cầu')
    expect(text).toContain('Springfield, jail')
  })

  it('is in the JSON beside the others', async () => {
    const { out } = await inVietnamese('decide', ...request, '--json')
    expect(out).toContain('"vi":"đưa cho người đó một bản sao của yêu cầu"')
  })

  it('shows the law', async () => {
    const { code, out } = await inVietnamese('show', 'us/ex', '30.2', '--lang', 'VI', '--as-of', '2026-11-01')
    expect(code).toBe(0)
    expect(out.replaceAll(/\s+/g, ' ')).toContain('đưa cho người đó một bản sao của yêu cầu')
  })

  it('may be a region of a language that the law has', async () => {
    const spanish = await inVietnamese('decide', ...request, '--lang', 'es')
    expect(await inVietnamese('decide', ...request, '--lang', 'es-MX')).toEqual(spanish)
  })

  it('is refused where the law says nothing in it', async () => {
    const { code, out, err } = await inVietnamese('decide', ...request, '--lang', 'ht')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('the law here says nothing in `ht`')
    expect(err).toContain('en, es or vi')
  })
})
