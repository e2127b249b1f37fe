import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { connect } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { openCheckpoint, type LogKeys } from '../src/signature/open-checkpoint.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/problem/problem.ts'
import { realDisk } from '../src/files/disk.ts'
import type { LogOptions } from '../src/log/log.ts'
import type { NoteSigner } from '../src/signature/signature.ts'
import { printVerifierKey } from '../src/note/key.ts'
import { checkPolicy, requireQuorum } from '../src/policy/check.ts'
import type { Policy } from '../src/policy/policy.ts'
import { parsePolicy } from '../src/policy/policy.ts'
import { witnessClient } from '../src/witness/client.ts'
import { fileMemory } from '../src/witness/file-memory.ts'
import { printWitnessRequest } from '../src/witness/request.ts'
import type { WitnessServerOptions } from '../src/witness/server.ts'
import { serveWitness } from '../src/witness/server.ts'
import type { Witness, WitnessMemory } from '../src/witness/witness.ts'
import { newWitness } from '../src/witness/witness.ts'
import { present } from './present.ts'
import { randomFrom, SimulatedDisk } from './simulated-disk.ts'
import { entryOf, logKeys, logSigner, sampleLog, signerOf, temporaryFolder, temporaryStorage } from './sample.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => await Promise.all(ends.map(async (end) => await end())))

const signers = await Promise.all([
  signerOf(11, 'library.example', 'ed25519-cosignature'),
  signerOf(12, 'auditor.example', 'ed25519-cosignature'),
  signerOf(13, 'clinic.example', 'ml-dsa-44'),
])

function witnessOf(
  signer: NoteSigner,
  memory = fileMemory(realDisk(temporaryFolder())),
  keys: LogKeys = logKeys,
): Witness {
  return newWitness({
    logs: [keys],
    signers: [signer],
    algorithms: standardAlgorithms,
    memory,
    now: () => 1_800_000_123,
  })
}

async function serve(witness: Witness, options: WitnessServerOptions = {}): Promise<string> {
  const server = await serveWitness(witness, options)
  ends.push(server.close)
  return server.url
}

async function silentUrl(): Promise<string> {
  return await urlOf(() => undefined)
}

async function urlOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

function policyOf(urls: readonly string[], quorum = 2): Policy {
  const witnesses = urls.map(
    (url, at) => `witness w${at} ${signers[at] === undefined ? '' : printVerifierKey(signers[at].key)} ${url}`,
  )
  const names = urls.map((_, at) => `w${at}`).join(' ')
  return valueOf(
    parsePolicy(
      toUtf8(
        `log ${printVerifierKey(logSigner.key)}\n${witnesses.join('\n')}\ngroup all-of-us ${quorum} ${names}\nquorum all-of-us\n`,
      ),
    ),
  )
}

/** Asks to cosign a log of this one entry. */
async function firstRequest(index: number, options: Partial<LogOptions> = {}): Promise<Uint8Array> {
  const log = await sampleLog(await temporaryStorage(), options)
  valueOf(await log.append(entryOf(index)))
  const { note } = valueOf(await log.publish())
  await log.close()
  return printWitnessRequest({ olderSize: 0, path: [], checkpoint: note })
}

/** A time that is never over. */
const never = (): AbortSignal => new AbortController().signal

describe('witnesses', () => {
  it('cosign a log that grows, of which any quorum is enough', async () => {
    const policy = policyOf(await Promise.all(signers.map(async (signer) => await serve(witnessOf(signer)))), 3)
    const log = await sampleLog(await temporaryStorage(), {
      witness: witnessClient({ policy, algorithms: standardAlgorithms, deadline: never }),
    })
    for (let index = 0; index < 4; index++) {
      valueOf(await log.append(entryOf(index)))
      const published = valueOf(await log.publish())
      expect(published).toMatchObject({ witnessed: true, problems: [] })
      const checked = valueOf(await requireQuorum(published.note, policy, standardAlgorithms))
      expect(checked.cosignatures.map(({ time }) => time)).toEqual([1_800_000_123, 1_800_000_123, 1_800_000_123])
    }
    await log.close()
  })

  it('that are slow or down never hold up the log: it is unwitnessed, and says so', async () => {
    const over = new AbortController()
    const asked: number[] = []
    // Once both were asked the time is over, however long the third takes.
    const silent = await urlOf(() => over.abort())
    const policy = policyOf([await serve(witnessOf(signers[0])), silent, 'http://127.0.0.1:1'], 3)
    const client = witnessClient({
      policy,
      algorithms: standardAlgorithms,
      timeoutMilliseconds: 200,
      deadline: (milliseconds) => {
        asked.push(milliseconds)
        return over.signal
      },
    })
    const log = await sampleLog(await temporaryStorage(), { witness: client })
    valueOf(await log.append(entryOf(0)))
    const published = valueOf(await log.publish())
    expect(asked).toEqual([200])
    expect(published.witnessed).toBe(false)
    // The first may have answered in time or not; the other two did not.
    const late = ['w1', 'w2'].map((name) => ({ code: 'LOG-0902', values: { name } }))
    expect(published.problems).toMatchObject(published.problems.length === 2 ? late : [{ code: 'LOG-0902' }, ...late])
    expect(valueOf(await checkPolicy(published.note, policy, standardAlgorithms))).toMatchObject({ witnessed: false })
    expect(await requireQuorum(published.note, policy, standardAlgorithms)).toMatchObject({
      problems: [{ code: 'LOG-0502' }],
    })
    const enough = policyOf([await serve(witnessOf(signers[0])), await serve(witnessOf(signers[1])), await silentUrl()])
    const again = await sampleLog(await temporaryStorage(), {
      witness: witnessClient({ policy: enough, algorithms: standardAlgorithms }),
    })
    expect(valueOf(await again.publish())).toMatchObject({ witnessed: true })
    await log.close()
    await again.close()
  })

  it.each([
    { name: 'always names another size', answer: [409, '0\n'], code: 'LOG-0904' },
    { name: 'names a larger size', answer: [409, '7\n'], code: 'LOG-0905' },
    { name: 'knows another root', answer: [409, 'another root'], code: 'LOG-0906' },
    { name: 'knows another root and names the size', answer: [409, '1\n'], code: 'LOG-0906' },
    { name: 'finds that the proof joins nothing', answer: [422, ''], code: 'LOG-0906' },
    { name: 'signs nothing', answer: [200, ''], code: 'LOG-0904' },
    { name: 'signs with another key', answer: [200, '— auditor.example AAAAAAAA\n'], code: 'LOG-0904' },
    { name: 'is broken', answer: [500, ''], code: 'LOG-0901' },
  ] as const)('are told apart: one that $name', async ({ answer: [status, body], code }) => {
    let known = '1\n'
    const url = await urlOf((_, response) => {
      // First every one of them names the size it knows.
      response.writeHead(known === '' ? status : 409).end(known === '' ? body : known)
      known = ''
    })
    const log = await sampleLog(await temporaryStorage(), {
      witness: witnessClient({ policy: policyOf([url], 1), algorithms: standardAlgorithms }),
    })
    valueOf(await log.append(entryOf(0)))
    expect(valueOf(await log.publish())).toMatchObject({ witnessed: false, problems: [{ code }] })
    await log.close()
  })

  it('are asked at their own address only', async () => {
    const url = await serve(witnessOf(signers[0]))
    const elsewhere = await urlOf((_, response) => {
      response.writeHead(307, { location: `${url}add-checkpoint` }).end()
    })
    const log = await sampleLog(await temporaryStorage(), {
      witness: witnessClient({ policy: policyOf([elsewhere], 1), algorithms: standardAlgorithms }),
    })
    expect(valueOf(await log.publish())).toMatchObject({ witnessed: false })
    await log.close()
  })

  it('that talk without end are cut off', async () => {
    const url = await urlOf((_, response) => {
      const talk = (): void => {
        while (response.write('—'.repeat(10_000)));
      }
      response.on('drain', talk)
      talk()
    })
    const log = await sampleLog(await temporaryStorage(), {
      witness: witnessClient({
        policy: policyOf([url], 1),
        algorithms: standardAlgorithms,
        deadline: never,
      }),
    })
    expect(valueOf(await log.publish())).toMatchObject({ witnessed: false, problems: [{ code: 'LOG-0904' }] })
    await log.close()
  })

  it('remember over a restart, and answer as the specification says', async () => {
    const folder = temporaryFolder()
    const log = await sampleLog(await temporaryStorage())
    valueOf(await log.append(entryOf(0)))
    const one = valueOf(await log.publish()).note
    valueOf(await log.append(entryOf(1)))
    const two = valueOf(await log.publish()).note
    await log.close()
    const forked = await sampleLog(await temporaryStorage())
    valueOf(await forked.append(entryOf(7)))
    const fork = valueOf(await forked.publish()).note
    valueOf(await forked.append(entryOf(8)))
    const forkTwo = valueOf(await forked.publish()).note
    await forked.close()
    const stranger = await sampleLog(await temporaryStorage(), { origin: 'other.example' })
    const other = valueOf(await stranger.publish()).note
    const unsigned = await sampleLog(await temporaryStorage(), { signers: [await signerOf(99)] })
    const forged = valueOf(await unsigned.publish()).note
    const post = async (olderSize: number, checkpoint: Uint8Array, path: readonly Uint8Array[] = []) => {
      // A new witness each time: only the folder remembers.
      const witness = witnessOf(signers[0], fileMemory(realDisk(folder)))
      const { status, type, body } = await witness(printWitnessRequest({ olderSize, path, checkpoint }))
      return [status, type === 'text/x.tlog.size' ? body : undefined]
    }
    expect(await post(0, other)).toEqual([404, undefined])
    expect(await post(0, forged)).toEqual([403, undefined])
    expect(await post(1, one)).toEqual([409, '0\n'])
    expect(await post(3, one)).toEqual([400, undefined])
    expect(await post(0, one)).toEqual([200, undefined])
    expect(await post(0, two)).toEqual([409, '1\n'])
    expect(await post(1, two)).toEqual([422, undefined])
    expect(await post(1, one)).toEqual([200, undefined])
    expect(await post(1, fork)).toEqual([409, undefined])
    expect(await post(1, forkTwo, [new Uint8Array(32)])).toEqual([422, undefined])
    expect((await witnessOf(signers[0])(toUtf8('old x\n\n'))).status).toBe(400)
  })

  it('answer one request after the other', async () => {
    const witness = witnessOf(signers[0])
    const request = await firstRequest(0)
    const answers = await Promise.all([1, 2, 3].map(async () => await witness(request)))
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409])
  })

  it('believe of their memory only what they or the log signed', async () => {
    const request = await firstRequest(0)
    const folder = temporaryFolder()
    expect((await witnessOf(signers[0], fileMemory(realDisk(folder)))(request)).status).toBe(200)
    const disk = realDisk(folder)
    const [name = ''] = await disk.names('memory')
    const path = `memory/${name}0000000001`
    const bytes = present(await disk.read(path))
    // With the line of the log itself, what is remembered is evidence against it.
    expect((await openCheckpoint(bytes, logKeys, standardAlgorithms)).ok).toBe(true)
    const again = async (changed: Uint8Array): Promise<unknown> => {
      await disk.writeSynced(path, changed)
      const { status, body } = await witnessOf(signers[0], fileMemory(disk))(request)
      return status === 409 ? body : status
    }
    expect(await again(bytes)).toBe('1\n')
    for (let at = 0; at < bytes.length; at++) {
      const answered = await again(bytes.with(at, present(bytes[at]) ^ 1))
      // A changed line of one that is not asked leaves the other; what is signed never changes.
      expect([500, '1\n'], `byte ${at}`).toContain(answered)
    }
    const text = new TextDecoder().decode(bytes)
    expect(await again(toUtf8(text.replace('\n1\n', '\n0\n')))).toBe(500)
    // After the log took another key, its own signature is enough.
    await disk.writeSynced(path, bytes)
    const other = { origin: logKeys.origin, keys: [(await signerOf(77)).key] }
    const grown = await sampleLog(await temporaryStorage(), { signers: [await signerOf(77)] })
    valueOf(await grown.append(entryOf(0)))
    const { note } = valueOf(await grown.publish())
    await grown.close()
    const body = printWitnessRequest({ olderSize: 1, path: [], checkpoint: note })
    expect((await witnessOf(signers[0], fileMemory(disk), other)(body)).status).toBe(200)
  })

  it('sign nothing once their memory is damaged or fails', async () => {
    const [request, disk] = [await firstRequest(0), realDisk(temporaryFolder())]
    const memory = fileMemory(disk)
    const last = await memory.read(logKeys.origin)
    expect(await memory.swap(logKeys.origin, last, toUtf8('damaged'))).toBe(true)
    expect(await witnessOf(signers[0], memory)(request)).toMatchObject({ status: 500 })
    // The name is there, and the file is gone.
    const forgetful = fileMemory({ ...disk, read: async () => undefined })
    expect(await witnessOf(signers[0], forgetful)(request)).toMatchObject({ status: 500 })
  })

  it('keep a short row of checkpoints, and a late one never comes to lie on an old number', async () => {
    const disk = realDisk(temporaryFolder())
    const memory = fileMemory(disk)
    const early = await memory.read('log')
    for (let next = 1; next <= 12; next++) {
      expect(await memory.swap('log', await memory.read('log'), Uint8Array.of(next))).toBe(true)
    }
    expect(await memory.swap('log', early, Uint8Array.of(99))).toBe(false)
    expect(await memory.read('log')).toEqual({ number: 12, checkpoint: Uint8Array.of(12) })
    const [folder = ''] = await disk.names('memory')
    expect((await disk.names(`memory/${folder}`)).length).toBeLessThan(10)
  })

  it('never cosign two roots of one size, also when two of them use one memory at once', async () => {
    const [request = new Uint8Array(), fork = new Uint8Array()] = await Promise.all(
      [0, 7].map(async (index) => await firstRequest(index)),
    )
    const memory = fileMemory(realDisk(temporaryFolder()))
    const first = Promise.withResolvers<void>()
    // Reads before the other one writes, and writes after it.
    const slow: WitnessMemory = {
      ...memory,
      read: async (origin) => {
        const last = await memory.read(origin)
        await first.promise
        return last
      },
    }
    const slowAnswer = witnessOf(signers[0], slow)(fork)
    expect((await witnessOf(signers[0], memory)(request)).status).toBe(200)
    first.resolve()
    expect((await slowAnswer).status).toBe(500)
    expect((await witnessOf(signers[0], memory)(fork)).body).toBe('1\n')
  })

  it('remember what they cosigned when the power fails right after', async () => {
    const [request = new Uint8Array(), fork = new Uint8Array()] = await Promise.all(
      [0, 7].map(async (index) => await firstRequest(index)),
    )
    for (let seed = 0; seed < 50; seed++) {
      const disk = new SimulatedDisk(randomFrom(seed))
      expect((await witnessOf(signers[0], fileMemory(disk.open()))(request)).status).toBe(200)
      disk.crash()
      expect((await witnessOf(signers[0], fileMemory(disk.open()))(fork)).body, `seed ${seed}`).toBe('1\n')
    }
  })

  it('cosign nothing that they could not remember', async () => {
    const [request = new Uint8Array(), fork = new Uint8Array()] = await Promise.all(
      [0, 7].map(async (index) => await firstRequest(index)),
    )
    for (const fault of ['crash', 'EIO', 'ENOSPC', 'fsync'] as const) {
      for (let operation = 1; operation < 8; operation++) {
        const disk = new SimulatedDisk(randomFrom(operation))
        disk.failIn(operation, fault)
        const first = await witnessOf(signers[0], fileMemory(disk.open()))(request)
        disk.crash()
        const second = await witnessOf(signers[0], fileMemory(disk.open()))(fork)
        const cosigned = [first, second].filter(({ status }) => status === 200)
        expect(cosigned.length, `${fault} at ${operation}: ${first.status}, ${second.status}`).toBeLessThan(2)
      }
    }
  })

  it('never answer without a cosignature: ML-DSA-44 has no room for a name of 256 bytes', async () => {
    const origin = 'o'.repeat(256)
    const signer = await signerOf(1, origin)
    const request = await firstRequest(0, { origin, signers: [signer] })
    const witness = witnessOf(signers[2], undefined, { origin, keys: [signer.key] })
    expect(await witness(request)).toMatchObject({ status: 500, body: expect.stringContaining('too long') })
  })

  it('hang up on a request that never ends', async () => {
    const url = new URL(await serve(witnessOf(signers[0]), { timeoutMilliseconds: 200 }))
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(url.port), url.hostname)
      socket.write('POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 9\r\n\r\nold')
      socket.on('data', (data) => resolve(data.toString()))
    })
    expect(said).toContain('408 Request Timeout')
  })

  it('serve only what they should', async () => {
    const url = await serve(witnessOf(signers[0]))
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect((await fetch(url)).status).toBe(404)
    expect((await fetch(`${url}add-checkpoint`)).status).toBe(405)
    // What follows on the same connection, if the client keeps it, must not be cut off.
    for (const length of [1_000_001, 20_000_000]) {
      const long = await fetch(`${url}add-checkpoint`, { method: 'POST', body: new Uint8Array(length) })
      expect([long.status, long.headers.get('connection')]).toEqual([413, 'close'])
      expect((await fetch(`${url}add-checkpoint`, { method: 'POST', body: 'old x' })).status).toBe(400)
    }
  })
})
