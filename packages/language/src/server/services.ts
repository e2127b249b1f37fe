/** The services of the language in an editor. */
import { inject, type DeepPartial } from 'langium'
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from 'langium/lsp'
import type { Module } from 'langium'
import { registerChecks } from '../check/register.ts'
import { PolicyGeneratedModule, PolicyGeneratedSharedModule } from '../generated/module.ts'
import { policyModule } from '../services.ts'
import { PolicyCompletionProvider } from './completion.ts'
import { PolicyFormatter } from './formatter.ts'
import { PolicyHoverProvider } from './hover.ts'
import { PolicyNameProvider } from './names.ts'
import { PolicyRenameProvider } from './rename.ts'
import { SpokenByClient, type Spoken } from './spoken.ts'
import { PolicyDocumentSymbolProvider } from './symbols.ts'
import { PolicyDocumentValidator, type Say } from './validator.ts'

function serverModule(say: Say, spoken: Spoken): Module<LangiumServices, PartialLangiumServices & DeepPartial<object>> {
  return {
    references: { NameProvider: () => new PolicyNameProvider() },
    validation: {
      DocumentValidator: (services) => new PolicyDocumentValidator(services, (problem) => say(problem, spoken.lang)),
    },
    lsp: {
      CompletionProvider: (services) => new PolicyCompletionProvider(services),
      Formatter: () => new PolicyFormatter(),
      DocumentSymbolProvider: (services) => new PolicyDocumentSymbolProvider(services),
      HoverProvider: (services) => new PolicyHoverProvider(services, spoken),
      RenameProvider: (services) => new PolicyRenameProvider(services),
    },
  }
}

/** Makes everything that a language server needs, on one connection. It speaks `lang`, or the language of the editor. */
export function createServerServices(
  context: DefaultSharedModuleContext,
  say: Say,
  lang: string | null,
): LangiumSharedServices {
  const spoken = new SpokenByClient(lang)
  const shared = inject(createDefaultSharedModule(context), PolicyGeneratedSharedModule)
  const policy = inject(createDefaultModule({ shared }), PolicyGeneratedModule, policyModule, serverModule(say, spoken))
  shared.ServiceRegistry.register(policy)
  registerChecks(policy)
  shared.lsp.LanguageServer.onInitialize(({ locale }) => spoken.hear(locale))
  return shared
}
