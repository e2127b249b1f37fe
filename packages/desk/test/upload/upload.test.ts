/** Papers: only what they are, sealed, noticed when they come twice, and read by nobody but a program that can be ended. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hintsOf } from '../../src/upload/hint.ts'
import { hintWords } from '../../src/upload/hint-words.ts'
import { mediaTypeOf } from '../../src/upload/media-type.ts'
import { digestOf } from '../../src/upload/paper-digest.ts'
import { readPdf } from '../../src/upload/read-pdf.ts'
import { mostBytes } from '../../src/upload/receive.ts'
import { openKeyFile, rotateKeyFile } from '../../src/vault/key-file.ts'
import { rewrapKeys } from '../../src/vault/upkeep.ts'
import { begin } from '../intake/received.ts'
import { makeSample } from '../sample.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'
import { assemble, madePdf } from './made-pdf.ts'
import { sendFile } from './send-file.ts'
import { forgetOlderKeys } from '../vault/forget-older-keys.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const detainer = [
  'Department of Homeland Security',
  'IMMIGRATION DETAINER',
  'text',
  'Deportation Officer',
  'DHS Form I-247A (3/17)',
]

describe('the kind of a file', () => {
  const kinds: readonly (readonly [string, Buffer, string | null])[] = [
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a PNG', png, 'image/png'],
    ['a JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), 'image/jpeg'],
    ['a TIFF of one byte order', Buffer.from('49492a0008000000', 'hex'), 'image/tiff'],
    ['a TIFF of the other', Buffer.from('4d4d002a00000008', 'hex'), 'image/tiff'],
    ['a drawing of the web', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), null],
    ['a page', Buffer.from('<!doctype html><script>x()</script>'), null],
    ['a PDF behind something else', Buffer.from('<svg/>%PDF-1.7'), null],
    ['a workbook', Buffer.from('504b0304', 'hex'), null],
    ['nothing', Buffer.alloc(0), null],
  ]
  for (const [name, bytes, kind] of kinds)
    it(`is told by its first bytes: ${name}`, () => {
      expect(mediaTypeOf(bytes)).toBe(kind)
    })
})

describe('hints', () => {
  const read = (lines: readonly string[]): readonly string[] => hintsOf([{ lines, ticked: 0 }])
  it('are words from short lists, whatever a paper says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), fc.nat(200), (lines, ticked) => {
        for (const hint of hintsOf([{ lines, ticked }])) expect(hint).toMatch(/^[a-z-]{3,10}:[a-z0-9/-]{1,20}$/)
      }),
      { numRuns: 200 },
    )
  })

  it('say the form by its corner, and not by a form that the text mentions', () => {
    const filler = Array.from({ length: 20 }, (_, at) => `line ${at}`)
    expect(read(['Department of Homeland Security', 'see Form I-205', ...filler, 'Form I-200 (Rev. 09/16)'])).toEqual([
      'form:i-200',
      'edition:9/16',
      'top:homeland-security',
    ])
  })

  it('take no judge who is mentioned for one who signed', () => {
    const filler = Array.from({ length: 20 }, (_, at) => `line ${at}`)
    const hints = read([
      'Department of Homeland Security',
      'a United States district judge',
      ...filler,
      'Deportation Officer',
      'Form I-205',
    ])
    expect(hints).toContain('title:immigration-officer')
    expect(hints.join(' ')).not.toMatch(/judge/)
  })

  it('tell an I-213 by its number, and nothing else of it', () => {
    expect(read([...detainer, 'Form I-213', 'Country of citizenship'])).toEqual(['form:i-213'])
  })

  it('are said in both languages, each one', () => {
    const all = [
      'form:i-247a',
      'edition:3/17',
      'top:us-court',
      'title:clerk',
      'last-day:2026-11-30',
      'last-day:2026-99-99',
      'ticked:2',
      'else:x',
    ]
    for (const lang of ['en', 'es']) expect(hintWords(all, lang)).toHaveLength(7)
  })
})

describe('the program that reads a PDF', () => {
  it('reads text and ticked boxes', async () => {
    expect(await readPdf(madePdf({ lines: detainer, isTicked: true }))).toEqual([
      'form:i-247a',
      'edition:3/17',
      'top:homeland-security',
      'title:immigration-officer',
      'ticked:1',
    ])
  })

  it('is ended when it takes too long', async () => {
    expect(await readPdf(madePdf({ lines: detainer }), { milliseconds: 1, megabytes: 500 })).toEqual([])
  })

  const bomb = deflateSync(Buffer.alloc(120 * 1024 * 1024, ' '))
  const bombPdf = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    ),
    Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n'),
    Buffer.from(`4 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`),
    bomb,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n'),
  ])
  const hostile: readonly (readonly [string, Buffer])[] = [
    ['a beginning and nothing else', Buffer.from('%PDF-1.7\n')],
    ['noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 'q1 0 obj<<')])],
    [
      'pages that contain themselves',
      assemble(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>']),
    ],
    ['a thing that refers to itself', assemble(['1 0 R', '2 0 R'])],
    ['a million brackets', Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(1_000_000)}`)],
    ['text that fills the memory', bombPdf],
    ['a program to run', madePdf({ lines: ['x'], catalogue: '/OpenAction << /S /JavaScript /JS (while(true){}) >>' })],
    ['a file to start', madePdf({ lines: ['x'], catalogue: '/OpenAction << /S /Launch /F (/bin/sh) >>' })],
    [
      'an address to fetch',
      madePdf({ lines: ['x'], catalogue: '/OpenAction << /S /URI /URI (http://example.invalid) >>' }),
    ],
  ]
  for (const [name, bytes] of hostile)
    // What does not end by itself is ended after its time; a test that outlasts its own would fail.
    it(`survives ${name}, within its bounds`, async () => {
      const hints = await readPdf(bytes, { milliseconds: 6_000, megabytes: 300 })
      expect(hints).toEqual([])
    }, 15_000)
})

describe('papers of a request', () => {
  let desk: TestDesk
  let clerk: Visitor
  beforeAll(async () => {
    desk = await startTestDesk()
    clerk = await desk.signedIn(await desk.addUser('clerk'))
  }, 60_000)
  afterAll(async () => await desk?.end())
  const rows = async (text: string, values: unknown[] = []): Promise<readonly Record<string, unknown>[]> =>
    (await desk.superuser.query<Record<string, unknown>>(text, values)).rows

  it('are sealed under the key of the case, and kept without the name of the file', async () => {
    const path = await begin(clerk, 'i-247a')
    const bytes = madePdf({ lines: [...detainer, 'one of its own'] })
    const sent = await sendFile(clerk, path, {
      bytes,
      fileName: 'ada-example-a123456789.pdf',
      fields: { kind: 'i-247a' },
    })
    expect(sent).toMatchObject({ status: 303 })
    const shown = await clerk.follow(sent)
    expect(shown.page).toMatch(/seems to say: form I-247A, edition 3\/17, Homeland Security at the top/)
    expect(shown.page).not.toMatch(/ada-example/)
    const [kept] = await rows('select *, sealed as bytes from desk.papers order by received_at desc limit 1')
    const sealed = kept?.['sealed']
    if (!(sealed instanceof Buffer)) throw new Error('no paper')
    expect(sealed.includes(bytes.subarray(0, 16))).toBe(false)
    expect(JSON.stringify({ ...kept, sealed: '', bytes: '' })).not.toMatch(/ada-example/)
    expect(await rows(`select reason from desk.vault_openings where case_id = $1`, [kept?.['case_id']])).toEqual([
      { reason: 'keep-paper' },
    ])
  })

  it('come back as they were, for a reason on record, and run nothing', async () => {
    const path = await begin(clerk, 'i-200')
    const bytes = Buffer.concat([png, Buffer.from('<script>alert(1)</script>')])
    const { page } = await clerk.follow(await sendFile(clerk, path, { bytes, type: 'text/html', fileName: 'x.html' }))
    const id = /papers\/([0-9a-f-]{36})\/look/.exec(page)?.[1] ?? ''
    const look = await clerk.post(`${path}/papers/${id}/look`)
    expect(look.page).toContain('<script>alert(1)</script>')
    expect(look.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(String(look.headers['content-disposition'])).toMatch(/^inline; filename="SJ-\d\d-\d{4}\.png"$/)
    const other = await begin(clerk, 'i-200')
    expect(await clerk.post(`${other}/papers/${id}/look`)).toMatchObject({ status: 404 })
    await clerk.get(`${path}/papers`)
    expect(await clerk.post(`${path}/papers/${id}/remove`)).toMatchObject({ status: 303 })
    await clerk.get(`${path}/papers`)
    expect(await clerk.post(`${path}/papers/${id}/look`)).toMatchObject({ status: 404 })
  })

  it('are noticed when they come twice, here and in another request, and kept once here', async () => {
    const bytes = madePdf({ lines: [...detainer, 'the same twice'] })
    const [first, second] = [await begin(clerk, 'i-247a'), await begin(clerk, 'i-247a')]
    await clerk.get(`${first}/papers`)
    expect(await sendFile(clerk, first, { bytes })).toMatchObject({ status: 303 })
    const again = await Promise.all([sendFile(clerk, first, { bytes }), sendFile(clerk, first, { bytes })])
    for (const answer of again) expect(String(answer.headers['location'])).toMatch(/said=twice/)
    const there = await clerk.follow(await sendFile(clerk, second, { bytes }))
    expect(there.page).toContain(`the same paper came with ${first.split('/').at(-1)}, and is counted once`)
    const counted =
      await rows(`select count(*) filter (where same_as is null)::integer as once, count(*)::integer as both
      from desk.papers where hash = (select hash from desk.papers order by received_at desc limit 1)`)
    expect(counted).toEqual([{ once: 1, both: 2 }])
  })

  it('have a digest that nobody makes without the key, and that outlives master keys', async () => {
    const bytes = madePdf({ lines: ['known elsewhere'] })
    const path = await begin(clerk, 'other')
    await clerk.get(`${path}/papers`)
    await sendFile(clerk, path, { bytes })
    const plain = createHash('sha256').update(bytes).digest()
    expect(await rows('select 1 from desk.papers where hash = $1', [plain])).toEqual([])
    const folder = mkdtempSync(join(tmpdir(), 'digest-'))
    const file = join(folder, 'keys.json')
    const vault = { database: desk.database, keys: await openKeyFile(file) }
    const { who } = await makeSample(desk.superuser)
    await desk.superuser.query('delete from desk.vault')
    await desk.superuser.query('delete from desk.digest_keys')
    const before = await digestOf(vault, who.clerk, bytes)
    expect((await digestOf(vault, who.clerk, bytes)).equals(before)).toBe(true)
    await rotateKeyFile(file)
    expect(await rewrapKeys(desk.database, vault.keys)).toBe(1)
    forgetOlderKeys(file)
    expect((await digestOf(vault, who.clerk, bytes)).equals(before)).toBe(true)
    await rotateKeyFile(file)
    forgetOlderKeys(file)
    expect((await digestOf(vault, who.clerk, bytes)).equals(before)).toBe(false)
    rmSync(folder, { recursive: true })
  })

  const refused: readonly {
    readonly name: string
    readonly bytes: Buffer
    readonly status: number
    readonly words: RegExp
  }[] = [
    {
      name: 'a drawing of the web',
      bytes: Buffer.from('<svg onload="alert(1)"/>'),
      status: 415,
      words: /no PDF, PNG, JPEG or TIFF/,
    },
    { name: 'a page', bytes: Buffer.from('<html><script>1</script>'), status: 415, words: /no PDF, PNG, JPEG or TIFF/ },
    { name: 'no file', bytes: Buffer.alloc(0), status: 422, words: /Choose a file/ },
    {
      name: 'one byte too many',
      bytes: Buffer.concat([png, Buffer.alloc(mostBytes)]),
      status: 413,
      words: /larger than 20 MB/,
    },
  ]
  for (const { name, bytes, status, words } of refused)
    it(`are refused where they are ${name}: in words for people, as a problem for programs`, async () => {
      const path = await begin(clerk, 'i-247a')
      await clerk.get(`${path}/papers`)
      const answer = await sendFile(clerk, path, { bytes })
      expect(answer.status).toBe(status)
      expect(answer.page).toMatch(words)
      const program = await sendFile(clerk, path, { bytes }, { accept: 'application/json' })
      expect(program.headers['content-type']).toMatch(/^application\/problem\+json/)
    })

  it('are refused without the word of the form, before anything of them is looked at', async () => {
    const path = await begin(clerk, 'i-247a')
    expect(await sendFile(clerk, path, { bytes: png, withoutWord: true })).toMatchObject({ status: 403 })
    expect(await sendFile(clerk, path, { bytes: png }, { 'sec-fetch-site': 'cross-site' })).toMatchObject({
      status: 403,
    })
  })

  it('of 200 MB are refused at once, and nothing is buffered', async () => {
    const path = await begin(clerk, 'i-247a')
    await clerk.get(`${path}/papers`)
    await desk.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = desk.app.server.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      accept: 'text/html',
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(200 * 1024 * 1024),
    }
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest({
        host: '127.0.0.1',
        port,
        path: `${path}/papers`,
        method: 'POST',
        headers,
        timeout: 5_000,
      })
      sending.on('response', (response) => {
        resolve(response.statusCode)
        sending.destroy()
      })
      sending.on('error', reject)
      sending.on('timeout', () => reject(new Error('no answer')))
      // Nothing but the beginning is ever sent.
      sending.write('--b\r\n')
    })
    expect(status).toBe(413)
  })

  it('are out of reach for another desk and another agency', async () => {
    const path = await begin(clerk, 'i-247a')
    const auditor = await desk.signedIn(await desk.addUser('auditor'))
    expect(await auditor.get(`${path}/papers`)).toMatchObject({ status: 403 })
    await desk.superuser.query(
      `insert into desk.desks (agency_id, name, prefix) select id, 'Booking', 'SB' from desk.agencies on conflict do nothing`,
    )
    const other = await desk.addUser('clerk')
    await desk.superuser.query(
      `update desk.user_roles set desk_id = (select d.id from desk.desks as d where d.prefix = 'SB' and d.agency_id = user_roles.agency_id) where user_id = (select id from desk.users where sign_in_name = $1)`,
      [other],
    )
    const visitor = await desk.signedIn(other)
    expect(await visitor.get(`${path}/papers`)).toMatchObject({ status: 404 })
    expect(await sendFile(visitor, path, { bytes: png })).toMatchObject({ status: 404 })
  })
})
