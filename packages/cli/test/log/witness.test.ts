/** Partners' witnesses: they cosign, remember, and never hold up the desk. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keygen } from '../../src/log/keygen.ts'
import { problemLine, Refusal } from '../../src/refusal.ts'
import { startWitness, witness } from '../../src/log/witness.ts'
import { capture, temporaryFolder } from '../command.ts'
import { appendTo, entryLine, fixedRandom, log, newLog, now, serveSilence } from './sample.ts'

interface Partner {
  readonly dir: string
  readonly key: string
  readonly url: string
}

async function newPartner(policy: string, seed = 11, name = 'library.example'): Promise<Partner> {
  const dir = temporaryFolder()
  const flags = { name, out: join(dir, 'witness.secret'), kind: 'witness', lang: 'en' }
  const key = (await capture(async () => await keygen(flags, fixedRandom(seed)))).out.trim()
  let url = ''
  await capture(async () => {
    const server = await startWitness({ dir, port: '0', host: '127.0.0.1', policy, lang: 'en' }, now)
    afterAll(server.close)
    url = server.url
    return 0
  })
  return { dir, key, url }
}

function writePolicy(folder: string, witnesses: readonly string[]): string {
  const file = join(folder, 'log.policy')
  const [logLine = ''] = readFileSync(file, 'utf8').split('\n')
  const names = witnesses.map((_, at) => `w${at}`).join(' ')
  const lines = witnesses.map((text, at) => `witness w${at} ${text}`)
  writeFileSync(file, `${[logLine, ...lines, `group all-of-us all ${names}`, 'quorum all-of-us'].join('\n')}\n`)
  return file
}

describe('a witness', () => {
  it('cosigns a log that grows; the receipt says who saw it and when', async () => {
    const folder = await newLog()
    const partner = await newPartner(join(folder, 'log.policy'))
    const policy = writePolicy(folder, [`${partner.key} ${partner.url}`])
    for (const serial of [1, 2]) {
      const appended = await appendTo(folder, entryLine(serial))
      expect(appended).toMatchObject({ code: 0, err: expect.stringMatching(/size \d, witnessed\n/) })
    }
    const receipt = join(temporaryFolder(), 'receipt.txt')
    expect((await log('prove', folder, '1', '--receipt', '--out', receipt)).code).toBe(0)
    const { code, out } = await log('verify', receipt, '--policy', policy)
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('witnesses: library.example at 2027-01-15T08:00:00Z'),
    })
    expect((await log('fsck', folder)).err).toContain('no faults, witnessed')
  })

  it('that is slow leaves the checkpoint flagged, and the entries safe', async () => {
    const folder = await newLog()
    const partner = await newPartner(join(folder, 'log.policy'))
    const silent = await serveSilence()
    const policy = writePolicy(folder, [`${partner.key} ${silent}`])
    const slow = await appendTo(folder, entryLine(1), { timeout: '0.2' })
    expect(slow).toMatchObject({ code: 1, out: expect.stringContaining('"index":0') })
    expect(slow.err).toContain('LOG-0902: witness `w0` did not answer in time')
    expect(slow.err).toContain('UNWITNESSED')
    expect(await log('fsck', folder)).toMatchObject({ code: 0, err: expect.stringContaining('UNWITNESSED') })
    const receipt = join(temporaryFolder(), 'receipt.txt')
    expect((await log('prove', folder, '0', '--receipt', '--out', receipt)).err).toContain('UNWITNESSED')
    const refused = await log('verify', receipt, '--policy', policy)
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('signed by the log alone: entry 0') })
    expect(refused.out).not.toContain('proved')
    expect(refused.err).toContain('refused: LOG-0502')
    // The witness is back: asking again without entries is enough.
    writeFileSync(policy, readFileSync(policy, 'utf8').replace(silent, partner.url))
    expect(await appendTo(folder, '')).toMatchObject({ code: 0, err: expect.stringContaining('size 1, witnessed') })
    expect((await log('fsck', folder)).err).toContain('no faults, witnessed')
  })

  it('refuses a fork of what it cosigned', async () => {
    const folder = await newLog()
    const partner = await newPartner(join(folder, 'log.policy'))
    const forked = await newLog()
    for (const each of [folder, forked]) writePolicy(each, [`${partner.key} ${partner.url}`])
    expect((await appendTo(folder, entryLine(1))).code).toBe(0)
    const { code, err } = await appendTo(forked, entryLine(1, { verdict: 'agree' }))
    expect({ code, isFlagged: err.includes('UNWITNESSED') }, err).toEqual({ code: 1, isFlagged: true })
    expect(err).toContain('LOG-0906: witness `w0` knows another tree of size 1')
    expect((await appendTo(forked, entryLine(2))).err).toContain('LOG-0906: witness `w0` knows another tree of size 1')
  })

  it('needs its own key, its folder and a free port, and ends when asked to', async () => {
    const folder = await newLog()
    const policy = join(folder, 'log.policy')
    const { dir, url } = await newPartner(policy)
    const flags = { dir, port: '0', host: '127.0.0.1', policy, lang: 'en' }
    const ended = await capture(async () => await witness(flags, AbortSignal.abort()))
    expect(ended).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('witness of log.springfield.example'),
    })
    expect(ended.err).not.toContain('PRIVATE')
    const wrong = async (change: Partial<typeof flags>): Promise<string> =>
      await startWitness({ ...flags, ...change }, now).then(
        () => 'started',
        (error: unknown) =>
          error instanceof Refusal ? error.problems.map((one) => problemLine(one, 'en')).join() : String(error),
      )
    expect(await wrong({ port: new URL(url).port })).toContain('cannot listen there: EADDRINUSE')
    expect(await wrong({ port: 'x' })).toContain('--port')
    expect(await wrong({ dir: join(dir, 'nowhere') })).toContain('there is no key')
    expect(await wrong({ dir: temporaryFolder() })).toContain('there is no key')
    const logKey = temporaryFolder()
    writeFileSync(join(logKey, 'witness.secret'), readFileSync(join(folder, '.state/keys/log.secret')))
    chmodSync(join(logKey, 'witness.secret'), 0o600)
    expect(await wrong({ dir: logKey })).toContain('is the key of a log')
  })
})
