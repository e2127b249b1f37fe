/** The language services: Langium's, with our scopes and messages. */
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultValueConverter,
  EmptyFileSystem,
  inject,
  type CstNode,
  type DeepPartial,
  type GrammarAST,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
  type ValueType,
} from 'langium'
import { PolicyGeneratedModule, PolicyGeneratedSharedModule } from './generated/module.ts'
import { PolicyScopeComputation, PolicyScopeProvider } from './names/scope.ts'
import { sectionName } from './names/cited-name.ts'
import { PolicyLinker } from './names/linker.ts'
import { registerChecks } from './check/register.ts'
import { ExpectedTokens } from './parse/expected.ts'

/** The services that the language adds to those of Langium. */
export const policyModule: Module<LangiumCoreServices, PartialLangiumCoreServices & DeepPartial<object>> = {
  parser: {
    ValueConverter: () => new PolicyValueConverter(),
    ParserErrorMessageProvider: () => new ExpectedTokens(),
  },
  references: {
    ScopeComputation: (services) => new PolicyScopeComputation(services),
    ScopeProvider: (services) => new PolicyScopeProvider(services),
    Linker: (services) => new PolicyLinker(services),
  },
}

/** Without an editor nobody asks where a name is used, and no text changes. */
const checkerModule: Module<LangiumCoreServices, PartialLangiumCoreServices & DeepPartial<object>> = {
  workspace: { ReferenceDescriptionProvider: () => ({ createDescriptions: () => Promise.resolve([]) }) },
}

/** Makes the services without an editor, for the checker. */
export function createPolicyServices(): { shared: LangiumSharedCoreServices; policy: LangiumCoreServices } {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), PolicyGeneratedSharedModule)
  const policy = inject(createDefaultCoreModule({ shared }), PolicyGeneratedModule, policyModule, checkerModule)
  shared.ServiceRegistry.register(policy)
  registerChecks(policy)
  return { shared, policy }
}

class PolicyValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
    if (rule.name === 'SECTION') return sectionName(input)
    if (rule.name === 'STRING') return input.slice(1, -1).replace(/\\(.)/g, '$1')
    return super.runConverter(rule, input, cstNode)
  }
}
