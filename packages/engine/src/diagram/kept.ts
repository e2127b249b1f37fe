/** What was found of an act in some state of its facts, kept: an interview asks the same of each step, and cases are alike. */
import type { CompiledAct } from './compile.ts'

/** So much is kept of an act; then it is found again. */
const mostKept = 500

/** Makes what gives a value that was found before, or finds it. The key must say all that the value follows from. */
export function keptFor<Value>(): (compiled: CompiledAct, key: string, find: () => Value) => Value {
  const keptByAct = new WeakMap<CompiledAct, Map<string, Value>>()
  return (compiled, key, find) => {
    const kept = keptByAct.get(compiled) ?? new Map<string, Value>()
    keptByAct.set(compiled, kept)
    const known = kept.get(key)
    if (known !== undefined) return known
    const value = find()
    if (kept.size === mostKept) kept.clear()
    kept.set(key, value)
    return value
  }
}
