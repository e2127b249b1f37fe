/** What the commands on logs say to people, in Spanish: no English is left, and data is the same for every reader. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { record } from '../../src/log/record.ts'
import { refusing } from '../../src/log/run-in.ts'
import { startWitness } from '../../src/log/witness.ts'
import { capture, temporaryFolder, type Ran } from '../command.ts'
import { englishIn } from '../english.ts'
import { appendTo, entryLine, log, newLog, now, origin, serveFolder, serveSilence, still } from './sample.ts'

const work = temporaryFolder()
const at = (name: string): string => join(work, name)

const folder = await newLog(3)
const policy = join(folder, 'log.policy')
writeFileSync(at('record.json'), '{"request":"detainer"}')
await log('prove', folder, '1', '--receipt', '--out', at('receipt.txt'))
await log('prove', folder, '1', '--out', at('proof.txt'))
const receipt = readFileSync(at('receipt.txt'), 'utf8')
writeFileSync(at('altered.txt'), receipt.replace('index 1', 'index 9'))
const damaged = await newLog(3)
const bundle = join(damaged, 'tile/entries/000.p/3')
writeFileSync(bundle, readFileSync(bundle).fill(0, 20, 40))

/** Asks a log for a witness that never answers. */
async function unwitnessed(): Promise<string> {
  const made = await newLog()
  const file = join(made, 'log.policy')
  const key = (await log('keygen', '--name', 'clinic.example', '--out', join(temporaryFolder(), 'w.secret'))).out.trim()
  const [logLine = ''] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, `${logLine}\nwitness clinic ${key} ${await serveSilence()}\nquorum clinic\n`)
  await appendTo(made, entryLine(1), { timeout: '0.2' })
  return made
}

const alone = await unwitnessed()
await log('prove', alone, '0', '--receipt', '--out', at('alone.txt'))
const url = await serveFolder(() => folder)
const trust = ['--keys', policy]

/** Commands whose talk is read, each with a part of what it says. */
const commands: readonly { readonly args: readonly string[]; readonly says: string }[] = [
  { args: ['init', at('NEW'), '--origin', origin], says: 'se creó el registro vacío' },
  { args: ['init', folder, '--origin', origin], says: 'la carpeta no está vacía' },
  { args: ['keygen', '--name', 'x.example', '--out', at('NEW')], says: 'la clave secreta está en' },
  { args: ['keygen', '--name', 'x', '--out', at('NEW'), '--kind', 'rsa'], says: 'el tipo de clave' },
  { args: ['commit', at('record.json'), '--case-key', at('NEW')], says: 'la clave del caso está en' },
  { args: ['commit', at('nowhere'), '--case-key', at('NEW')], says: 'no existe ese archivo' },
  { args: ['fsck', folder], says: '3 asientos, 3 hashes: ninguna falla' },
  { args: ['fsck', damaged], says: 'fallas' },
  { args: ['fsck', alone], says: 'SIN TESTIGOS' },
  { args: ['fsck', url, ...trust], says: '3 asientos' },
  { args: ['verify', at('altered.txt'), '--policy', policy], says: 'rechazado: LOG-0303' },
  { args: ['verify', at('receipt.txt'), '--policy', policy], says: 'asiento: decisión de us/ca/springfield/front' },
  { args: ['verify', at('alone.txt'), '--policy', join(alone, 'log.policy')], says: 'firmado solo por el registro' },
  { args: ['verify', at('proof.txt'), '--policy', policy], says: 'no contiene su asiento' },
  { args: ['prove', folder, '1', '--out', at('NEW')], says: 'se escribió' },
  { args: ['prove', alone, '0', '--out', at('NEW')], says: 'SIN TESTIGOS' },
  { args: ['prove', folder, 'first'], says: 'no es el índice de un asiento' },
  { args: ['mirror', url, at('NEW'), ...trust], says: 'verificado' },
  { args: ['mirror', damaged, at('NEW')], says: 'claves:' },
  { args: ['append', at('nowhere')], says: 'no existe esa carpeta' },
  { args: ['record', at('nowhere'), '--case', at('NEW')], says: 'no existe esa carpeta' },
]

let made = 0

/** Runs a command with names that nobody took. */
async function told(args: readonly string[], lang: string): Promise<Ran> {
  made += 1
  return await log(...args.map((arg) => arg.replace('NEW', `new-${made}`)), '--lang', lang)
}

describe('in Spanish', () => {
  it.each(commands)('`log $args.0` says: $says', async ({ args, says }) => {
    const spanish = await told(args, 'es')
    const english = await told(args, 'en')
    const text = `${spanish.out}${spanish.err}`
    expect(text).toContain(says)
    // The kinds of a key are words that are typed.
    expect(englishIn(text, ['witness-ml-dsa', 'witness'])).toEqual([])
    expect(englishIn(`${english.out}${english.err}`)).not.toEqual([])
    expect(spanish.code).toBe(english.code)
  })

  it('a log is appended to, and what is wrong is told', async () => {
    const fresh = await newLog()
    const two = `${entryLine(1)}\n${entryLine(2)}`
    for (const [input, says] of [
      [two, '2 asientos añadidos; punto de control de tamaño 2, no se piden testigos'],
      [two, '0 asientos añadidos, 2 ya en el registro'],
      [entryLine(3), '1 asiento añadido'],
      [entryLine(7), 'no se añadió nada'],
      ['{}\n'.repeat(12), 'línea 1: LOG-07'],
      ['{}\n'.repeat(12), 'y 2 líneas más con errores'],
    ] as const) {
      const { err } = await appendTo(fresh, input, { lang: 'es' })
      expect(err).toContain(says)
      expect(englishIn(err)).toEqual([])
    }
    const { err } = await appendTo(alone, '', { lang: 'es', timeout: '0.2' })
    expect(err).toContain('SIN TESTIGOS: para volver a pedirlos')
    expect(englishIn(err)).toEqual([])
  })

  it('a decision is logged', async () => {
    const decision = { act: 'hold', verdict: 'prohibited', reasons: [], policyHash: 'ab'.repeat(32) }
    const document = { version: 2, place: 'us/ex', asOf: '2026-05-01', decisions: [decision] }
    const input = (async function* () {
      yield JSON.stringify(document)
    })()
    const flags = { case: at('case'), timeout: '600', lang: 'es' }
    const fresh = await newLog()
    const { code, err } = await capture(
      async () => await refusing('es', async () => await record(fresh, flags, { ...still, input })),
    )
    expect(code).toBe(0)
    expect(err).toContain('el caso está en')
    expect(englishIn(err)).toEqual([])
    await log('prove', fresh, '0', '--receipt', '--out', at('decision.txt'))
    const { out } = await log('verify', at('decision.txt'), '--policy', join(fresh, 'log.policy'), '--lang', 'es')
    expect(out).toContain('decisión: prohibido (`prohibited`)')
  })

  it('entries that are followed are data, and the checkpoint is talk', async () => {
    const [spanish, english] = [await told(['tail', folder], 'es'), await told(['tail', folder], 'en')]
    expect(spanish.out).toBe(english.out)
    expect(spanish.err).toContain('punto de control: log.springfield.example, tamaño 3, raíz ')
    expect(englishIn(spanish.err)).toEqual([])
  })

  it('a witness says where it listens', async () => {
    const dir = temporaryFolder()
    await log('keygen', '--name', 'library.example', '--out', join(dir, 'witness.secret'))
    const { err } = await capture(async () => {
      const server = await startWitness({ dir, port: '0', host: '127.0.0.1', policy, lang: 'es' }, now)
      await server.close()
      return 0
    })
    expect(err).toContain(`testigo de ${origin} en http`)
    expect(englishIn(err)).toEqual([])
  })
})

describe('as JSON', () => {
  const without = (text: string): unknown =>
    JSON.parse(text, (key, value: unknown) => (['message', 'help', 'milliseconds'].includes(key) ? undefined : value))

  it.each([
    { args: ['fsck', damaged, '--keys', join(damaged, 'log.policy'), '--json'] },
    { args: ['verify', at('receipt.txt'), '--policy', policy, '--json'] },
    { args: ['verify', at('altered.txt'), '--policy', policy, '--json'] },
    { args: ['verify', at('alone.txt'), '--policy', join(alone, 'log.policy'), '--json'] },
  ])('`log $args.0` differs in its sentences alone', async ({ args }) => {
    const [spanish, english] = [await told(args, 'es'), await told(args, 'en')]
    expect(without(spanish.out)).toEqual(without(english.out))
    const sentences = [...spanish.out.matchAll(/"(?:message|help)":"([^"]*)"/g)].map(([, text = '']) => text)
    expect(sentences.flatMap((text) => englishIn(text))).toEqual([])
  })
})

it('a language that nobody wrote is told in English, and a region in its language', async () => {
  expect(await told(['fsck', at('nowhere')], 'vi')).toEqual(await told(['fsck', at('nowhere')], 'en'))
  expect(await told(['fsck', at('nowhere')], 'es-MX')).toEqual(await told(['fsck', at('nowhere')], 'es'))
  expect(await told(['fsck', at('nowhere')], 'spanish')).toMatchObject({
    code: 2,
    err: expect.stringContaining('USE-0002'),
  })
})
