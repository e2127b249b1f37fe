/**
 * A disk that forgets: what was not synced may be lost, torn or kept when it crashes, as chance has it.
 *
 * Faults strike at one operation, counted from the opening.
 */
import type { AppendFile, Disk } from '../src/files/disk.ts'

export type Fault = 'crash' | 'EIO' | 'ENOSPC' | 'fsync' | 'none'

interface Content {
  now: Uint8Array
  safe: Uint8Array
}

export class SimulatedDisk {
  /** What a running process sees, and what surely outlives a crash: contents by path. */
  #now = new Map<string, Content>()
  #safe = new Map<string, Content>()
  /** Folders whose own names are not surely on the disk; with the name goes all that lies below. */
  #unsafeFolders = new Set<string>()
  #folders = new Set<string>(['.'])
  #random: () => number
  #countdown = 0
  #fault: Fault = 'none'
  #life = 0

  constructor(random: () => number) {
    this.#random = random
  }

  /** Power goes and comes back: each name and each content is as before or as after, contents possibly torn. */
  crash(): void {
    this.#life += 1
    const lost = [...this.#unsafeFolders].filter(() => this.#random() < 0.5)
    this.#unsafeFolders.clear()
    const isLost = (path: string): boolean => lost.some((folder) => `${path}/`.startsWith(`${folder}/`))
    for (const folder of [...this.#folders]) if (isLost(folder)) this.#folders.delete(folder)
    const paths = [...new Set([...this.#now.keys(), ...this.#safe.keys()])].filter((path) => !isLost(path))
    const after = new Map<string, Content>()
    for (const path of paths) {
      const content = this.#random() < 0.5 ? this.#now.get(path) : this.#safe.get(path)
      if (content !== undefined) after.set(path, content)
    }
    for (const content of new Set(after.values())) {
      content.now = this.#torn(content)
      content.safe = content.now
    }
    this.#now = after
    this.#safe = new Map(after)
    this.#fault = 'none'
  }

  /** The process dies, the machine lives: all writes stay, open handles do not. */
  kill(): void {
    this.#life += 1
    this.#fault = 'none'
  }

  failIn(operations: number, fault: Fault): void {
    this.#countdown = operations
    this.#fault = fault
  }

  flip(path: string, bit: number): void {
    const content = this.#now.get(path)
    const at = Math.floor(bit / 8)
    if (content === undefined) throw new Error(`no ${path}`)
    content.now = content.now.with(at, (content.now[at] ?? 0) ^ (1 << (bit % 8)))
  }

  paths(): readonly string[] {
    return [...this.#now.keys()].sort()
  }

  length(path: string): number {
    return this.#now.get(path)?.now.length ?? 0
  }

  open(): Disk {
    const life = this.#life
    const step = (): Fault => this.#step(life)
    return {
      read: async (path) => {
        this.#raise(step())
        return this.#now.get(path)?.now
      },
      names: async (folder) => {
        this.#raise(step())
        const inside = [...this.#now.keys()].filter((path) => path.startsWith(`${folder}/`))
        return [...new Set(inside.map((path) => /^[^/]*\/?/.exec(path.slice(folder.length + 1))?.[0] ?? ''))]
      },
      makeFolder: async (folder) => {
        this.#raise(step())
        this.#makeFolder(folder)
      },
      writeSynced: async (path, bytes) => {
        const content = { now: new Uint8Array(0), safe: new Uint8Array(0) }
        this.#now.set(path, content)
        this.#write(content, bytes, step())
      },
      rename: async (from, to) => {
        this.#raise(step())
        const content = this.#now.get(from)
        if (content === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT' })
        this.#now.delete(from)
        this.#now.set(to, content)
      },
      link: async (from, to) => {
        this.#raise(step())
        const content = this.#now.get(from)
        if (this.#now.has(to) || content === undefined) return false
        this.#now.set(to, content)
        return true
      },
      remove: async (path) => {
        this.#raise(step())
        this.#now.delete(path)
      },
      syncFolder: async (folder) => {
        this.#raise(step())
        this.#syncFolder(folder)
      },
      append: async (path) => this.#append(path, step),
    }
  }

  #append(path: string, step: () => Fault): AppendFile {
    const content = this.#now.get(path)
    if (content === undefined) throw new Error('absent')
    return {
      writeSynced: async (bytes) => this.#write(content, bytes, step()),
      close: async () => undefined,
    }
  }

  #write(content: Content, bytes: Uint8Array, fault: Fault): void {
    const kept = fault === 'none' || fault === 'fsync' ? bytes.length : Math.floor(this.#random() * bytes.length)
    const joined = new Uint8Array(content.now.length + kept)
    joined.set(content.now)
    joined.set(bytes.subarray(0, kept), content.now.length)
    content.now = joined
    this.#raise(fault)
    content.safe = content.now
  }

  #raise(fault: Fault): void {
    if (fault !== 'none') throw Object.assign(new Error(fault), { code: fault })
  }

  #makeFolder(folder: string): void {
    for (const [depth] of folder.split('/').entries()) {
      const path = folder
        .split('/')
        .slice(0, depth + 1)
        .join('/')
      if (this.#folders.has(path)) continue
      this.#folders.add(path)
      this.#unsafeFolders.add(path)
    }
  }

  #syncFolder(folder: string): void {
    const prefix = folder === '.' ? '' : `${folder}/`
    const isChild = (path: string): boolean => path.startsWith(prefix) && !path.slice(prefix.length).includes('/')
    for (const path of [...this.#unsafeFolders]) if (isChild(path)) this.#unsafeFolders.delete(path)
    for (const path of [...this.#safe.keys()]) if (isChild(path) && !this.#now.has(path)) this.#safe.delete(path)
    for (const [path, content] of this.#now) if (isChild(path)) this.#safe.set(path, content)
  }

  #alive(life: number): void {
    if (life !== this.#life) throw Object.assign(new Error('dead'), { code: 'DEAD' })
  }

  #step(life: number): Fault {
    this.#alive(life)
    this.#countdown -= 1
    if (this.#countdown !== 0) return 'none'
    const fault = this.#fault
    if (fault === 'crash') this.#life += 1
    return fault
  }

  /** Sectors past what is safe are there or zero; the file may be shorter. */
  #torn({ now, safe }: Content): Uint8Array {
    const length = safe.length + Math.floor(this.#random() * (now.length - safe.length + 1))
    const torn = now.slice(0, length)
    for (let at = safe.length; at < length; at += 512 - (at % 512)) {
      if (this.#random() < 0.3) torn.fill(0, at, Math.min(length, at + 512 - (at % 512)))
    }
    return torn
  }
}

/** A row of numbers from 0 to 1 that is the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed + 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
