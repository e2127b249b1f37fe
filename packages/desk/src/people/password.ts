/** Passwords: hashed with argon2id, a few at a time, so that a flood of sign-ins starves nothing else. */
import { hash, verify } from '@node-rs/argon2'

/** The floor of OWASP for argon2id, which is what the library makes: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The shortest password. Which signs are in it is not asked: rules about signs make worse passwords. */
export const shortestPassword = 12

/** The longest one that is hashed. */
export const longestPassword = 200

const mostAtOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** Hashes a password. */
export async function hashPassword(password: string): Promise<string> {
  return await inTurn(async () => await hash(normal(password), cost))
}

/** Tells if a password has a hash. Without a hash it takes as long, and the answer is no. */
export async function isPassword(known: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody')
  const isRight = await inTurn(async () => await verify(known ?? (await nobodys) ?? '', normal(password)))
  return isRight && known !== null
}

let nobodys: Promise<string> | undefined

/** Writes a password in the one way in which it is hashed: the same letters may be written in two ways. */
export function normal(password: string): string {
  return password.normalize('NFKC')
}

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
