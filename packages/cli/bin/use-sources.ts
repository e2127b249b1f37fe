/** Makes the packages of a checkout come from their sources, which run unbuilt. It is no part of the installed package. */
import { registerHooks } from 'node:module'

/** Goes for what is imported from now on, on this thread: a worker that imports a package needs `--conditions` of its own. */
export function useSources(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: [...context.conditions, 'brightline-source'] }),
  })
}
