import { expect, it } from 'vitest'
import { runToEnd, startChild, waitForEnd, waitForSuccess, waitUntil, type Child } from '../child.ts'

const node = (program: string): Child => startChild(process.execPath, ['-e', program])

it('gives what a program said and how it ended', () => {
  const program = 'process.stdin.pipe(process.stdout); console.error("talk"); process.exitCode = 3'
  const ended = runToEnd(process.execPath, ['-e', program], { input: 'data' })
  expect(ended).toEqual({ status: 3, stdout: 'data', stderr: 'talk\n' })
})

// Each is an error with the name of the program and its own words.
for (const { name, wait, says } of [
  { name: 'cannot be run', wait: () => runToEnd('/nowhere/at-all', ['x']), says: /^at-all x cannot be run: .*ENOENT/ },
  {
    name: 'does not end',
    wait: () => runToEnd('/bin/sh', ['-c', 'echo busy; exec sleep 60'], { milliseconds: 2000 }),
    says: /^sh .* was not done in time: busy$/,
  },
  { name: 'is killed', wait: () => runToEnd('/bin/sh', ['-c', 'kill -9 $$']), says: /was ended by SIGKILL$/ },
  {
    name: 'cannot be started',
    wait: () => waitForEnd(startChild('/nowhere/at-all', []), 20_000),
    says: /cannot be run/,
  },
  {
    name: 'never ends',
    wait: () => waitForEnd(node('setInterval(() => 0, 1000)'), 300),
    says: /was not done in time$/,
  },
  { name: 'fails', wait: () => waitForSuccess(node('throw new Error("bad")'), 20_000), says: /ended with 1: .*bad/s },
  {
    name: 'is never ready',
    wait: () => waitUntil(node('console.log("no")'), () => false, 20_000),
    says: /with 0: no$/,
  },
]) {
  it(`names a program that ${name}`, async () => {
    await expect((async () => wait())()).rejects.toThrow(says)
  })
}

it('waits until a program is ready', async () => {
  const child = node('console.log("ready"); setInterval(() => 0, 1000)')
  await waitUntil(child, (said) => said.includes('ready'), 20_000)
  child.process.kill('SIGKILL')
  expect(await waitForEnd(child, 20_000)).toBeNull()
})
