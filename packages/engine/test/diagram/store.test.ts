import { describe, expect, it } from 'vitest'
import { DiagramStore, DiagramTooLarge, leaf } from '../../src/diagram/store.ts'

describe('a diagram store', () => {
  it('gives equal functions equal numbers', () => {
    const store = new DiagramStore([2, 3])
    const a = store.test(0, (cell) => cell)
    const b = store.test(1, (cell) => (cell === 2 ? 1 : 0))
    expect(store.not(store.and(store.not(a), store.not(b)))).toBe(store.or(a, b))
    expect(store.and(a, b)).toBe(store.and(b, a))
    expect(store.and(a, store.not(a))).toBe(leaf(0))
  })

  it('makes no node for a question whose answer changes nothing', () => {
    const store = new DiagramStore([4])
    expect(store.test(0, () => 1)).toBe(leaf(1))
    expect(store.size).toBe(0)
  })

  it('refuses to grow past its budget', () => {
    const store = new DiagramStore([2, 2, 2], 2)
    const tests = [0, 1, 2].map((level) => () => store.test(level, (cell) => cell))
    expect(() => tests.map((test) => test())).toThrow(DiagramTooLarge)
    expect(() => tests.map((test) => test())).toThrow('the decision diagram grew past 2 nodes')
  })

  it('has room for thirty-one cells a level and refuses a thirty-second', () => {
    expect(new DiagramStore([31]).test(0, (cell) => cell)).toBe(0)
    expect(() => new DiagramStore([2, 32])).toThrow(DiagramTooLarge)
    expect(() => new DiagramStore([32])).toThrow('a fact is cut into 32 cells, and 31 can be told apart')
  })

  it('says the same after its tables have grown', () => {
    const levels = 12
    const store = new DiagramStore(Array.from({ length: levels }, () => 3))
    // Counts the cells that are 1, which needs a node for each count on each level.
    const count = Array.from({ length: levels }, (_, level) =>
      store.test(level, (cell) => (cell === 1 ? 1 : 0)),
    ).reduce((a, b) => store.apply(a, b, (x, y) => x + y))
    let at = count
    for (let level = 0; level < levels; level++) at = store.child(at, level % 2)
    expect(at).toBe(leaf(levels / 2))
  })
})
