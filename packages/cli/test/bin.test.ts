/** The installed command as a process: exit codes, closed pipes, and a real terminal where the machine can make one. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runToEnd, startChild, waitForEnd } from '../../../scripts/child.ts'
import { law, temporaryFolder } from './command.ts'

const bin = fileURLToPath(new URL('../bin/brightline.js', import.meta.url))

describe('the process', () => {
  it('refuses an older Node than its package names', () => {
    const [, major, minor] = /^const oldest = \[(\d+), (\d+)\]$/m.exec(readFileSync(bin, 'utf8')) ?? []
    const manifest = readFileSync(join(bin, '../../package.json'), 'utf8')
    expect(manifest).toContain(`"node": ">=${major}.${minor}"`)
  })

  it('ends with the exit code of the command', () => {
    const codes = [['places'], ['decide', 'us/ex', 'hodl'], ['ask', 'us/ex']].map(
      (args) => runToEnd(process.execPath, [bin, '--law', law, ...args]).status,
    )
    expect(codes).toEqual([0, 2, 2])
  })

  it('decides by flags without loading what only files of JSON need', () => {
    const telling = `import { registerHooks } from 'node:module'
      registerHooks({ load: (url, context, next) => (console.error(url), next(url, context)) })`
    const { status, stderr } = runToEnd(process.execPath, [
      ...['--import', `data:text/javascript,${encodeURIComponent(telling)}`],
      ...[bin, '--law', law, 'decide', 'us/ex', 'hold'],
    ])
    expect(status).toBe(0)
    const loaded = stderr.split('\n').filter((line) => /^(?:file|node):/.test(line))
    expect(loaded.some((url) => url.includes('/engine/src/decide/'))).toBe(true)
    expect(loaded.filter((url) => url.includes('/node_modules/typebox/'))).toEqual([])
  })

  it('is quiet when the reader of a pipe leaves', async () => {
    const child = startChild(process.execPath, [bin, 'vocabulary'])
    const { stdout, stderr } = child.process
    let talk = ''
    stderr?.on('data', (chunk) => {
      talk += String(chunk)
    })
    stdout?.once('data', () => stdout.destroy())
    const code = await waitForEnd(child, 30_000)
    expect({ code, talk }).toEqual({ code: 0, talk: '' })
  })

  it.runIf(existsSync('/dev/full'))('says that a disk is full, and does not call that a finding', () => {
    const { status, stderr } = runToEnd('/bin/sh', [
      '-c',
      `'${process.execPath}' '${bin}' --law '${law}' places > /dev/full`,
    ])
    expect(status).toBe(3)
    expect(stderr).toMatch(/^brightline: the output could not be written: ENOSPC[^\n]*\n$/)
  })

  it.runIf(existsSync('/dev/full'))('keeps its exit code where nobody can be told', () => {
    const codes = ['check', 'decide us/ex hodl'].map(
      (args) =>
        runToEnd('/bin/sh', ['-c', `'${process.execPath}' '${bin}' --law '${law}' ${args} 2> /dev/full`]).status,
    )
    expect(codes).toEqual([0, 2])
  })
})

// The same promises are kept by conversation.test.ts on every machine; this is the proof on a real terminal.
const script = ['/usr/bin/script', '/bin/script'].find((path) => existsSync(path))

describe.runIf(script !== undefined && process.platform === 'linux')('the interview on a real terminal', () => {
  for (const { name, key, code } of [
    { name: 'Ctrl-C', key: '\u0003', code: 130 },
    { name: 'Ctrl-C in the middle', key: 'jail\r\u0003', code: 130 },
    { name: 'Ctrl-D', key: '\u0004', code: 0 },
  ]) {
    it(`leaves by ${name} with ${code} and writes nothing`, async () => {
      const folder = join(temporaryFolder(), 'work')
      mkdirSync(folder)
      const command = `'${process.execPath}' '${bin}' --law '${law}' ask us/ex; code=$?; stty -a; exit $code`
      // Node keeps compiled code in the temporary folder, never what is typed: the cache is off so that nothing else is there.
      const child = startChild(script ?? '', ['-qec', command, '/dev/null'], {
        cwd: folder,
        input: 'pipe',
        env: { ...process.env, TMPDIR: folder, TERM: 'xterm', NODE_DISABLE_COMPILE_CACHE: '1' },
      })
      let seen = ''
      child.process.stdout?.on('data', (chunk) => {
        const isAsked = seen.includes('Question 1')
        seen += String(chunk)
        // The prompt is written after the question: the terminal is ready then.
        if (!isAsked && seen.includes('Question 1')) child.process.stdin?.write(key)
      })
      const ended = await waitForEnd(child, 30_000)
      expect({ ended, left: readdirSync(folder) }, seen).toEqual({ ended: code, left: [] })
      expect(seen, 'the terminal reads lines and echoes again').toMatch(/ icanon[^]* echo /)
    })
  }
})
