/** Makes the packages of a checkout come from their sources, which run unbuilt. It is no part of the installed package. */
import { registerHooks, type ResolveFnOutput } from 'node:module'

/** Goes for what is imported from now on, on this thread: a worker that imports a package needs `--conditions` of its own. */
export function useSources(): void {
  const doors = new Map<string, ResolveFnOutput>()
  registerHooks({
    resolve: (specifier, context, next) => {
      const source = besideSource(specifier, context.parentURL)
      if (source !== null) return { url: source, format: 'module-typescript', shortCircuit: true }
      // A door of ours is one file for whoever imports it, and fifty files import the same.
      const known = doors.get(specifier)
      if (known !== undefined) return { ...known, shortCircuit: true }
      const found = next(specifier, { ...context, conditions: [...context.conditions, 'brightline-source'] })
      if (specifier.startsWith('@brightline/')) doors.set(specifier, found)
      return found
    },
  })
}

/** Finds one source that another names by its path. A start has two hundred, and the search of Node takes a third of its time. */
function besideSource(specifier: string, parent: string | undefined): string | null {
  const isSource =
    specifier.startsWith('.') && specifier.endsWith('.ts') && parent !== undefined && parent.endsWith('.ts')
  return isSource ? new URL(specifier, parent).href : null
}
