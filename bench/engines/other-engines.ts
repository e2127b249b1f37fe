/**
 * The other engines, on the California decision for a sheriff.
 *
 * Each gets the decision simplified by hand: three outcomes for one agency, without layers, rule ids or unknown facts.
 * So their figures are better than they would be with the law as it is written.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One case: names as text, years as a number or `never`. */
export type CaseRecord = Readonly<Record<string, string | number>>

/** An engine that is ready. */
export interface Engine {
  readonly name: string
  /** Its folders under node_modules. */
  readonly packages: readonly string[]
  readonly loadMs: number
  readonly decide: (record: CaseRecord) => string | Promise<string>
}

const folder = import.meta.dirname
/** Above every number of years that a case has. */
const never = 9999
const years = ['ca.listed-wobbler-years', 'ca.listed-felony-years'] as const
const convictions = [
  'ca.serious-or-violent-felony',
  'ca.state-prison-felony',
  'ca.registry',
  'ca.federal-aggravated-felony',
  'ca.federal-felony-warrant',
] as const
const charges = ['violent-felony', 'serious-felony', 'domestic-violence', 'state-prison-felony']

/** Facts as plain names that every engine takes, with never as a number. */
function plain(record: CaseRecord): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(record).map(([fact, value]) => [underscored(fact), value === 'never' ? never : value]),
  )
}

/** Every engine that is installed. */
export async function otherEngines(): Promise<readonly Engine[]> {
  // One after the other, so that each loading time is its own.
  return [await cedar(), await zen(), await jsonRules(), await casbin(), ...(await opa())]
}

// The packages are not installed where this is type-checked, so each is described here as far as it is used.
async function load<T>(path: string): Promise<T> {
  return (await import(join(folder, 'node_modules', path))) as T
}

function underscored(fact: string): string {
  return fact.replaceAll(/[.-]/g, '_')
}

interface Cedar {
  readonly preparsePolicySet: (id: string, policies: unknown) => { readonly type: string }
  readonly statefulIsAuthorized: (call: unknown) => {
    readonly type: string
    readonly response: { readonly decision: string; readonly diagnostics: { readonly reason: readonly string[] } }
  }
}

async function cedar(): Promise<Engine> {
  const start = performance.now()
  const { preparsePolicySet, statefulIsAuthorized } = await load<Cedar>('@cedar-policy/cedar-wasm/nodejs/cedar_wasm.js')
  const unless = 'unless { context.ca_prop_47_only == "yes" }'
  const permit = (condition: string, except = unless): string =>
    `permit(principal, action, resource) when { ${condition} } ${except};`
  const staticPolicies = Object.fromEntries([
    ['required', permit('context.court_order == "yes" && context.warrant_form == "court-order"', '')],
    ['public', permit('context.release_public == "yes"', '')],
    ...convictions.map((fact) => [fact, permit(`context.${underscored(fact)} == "yes"`)] as const),
    ['wobbler', permit('context.ca_listed_wobbler_years <= 5')],
    ['felony', permit('context.ca_listed_felony_years <= 15')],
    ['charge', permit(`[${charges.map((charge) => `"${charge}"`).join(', ')}].contains(context.ca_held_to_answer)`)],
  ])
  const parsed = preparsePolicySet('release', { staticPolicies })
  if (parsed.type !== 'success') throw new Error(`cedar refuses its policies: ${JSON.stringify(parsed)}`)
  const loadMs = performance.now() - start
  const who = {
    principal: { type: 'Agency', id: 'sheriff' },
    action: { type: 'Action', id: 'tell' },
    resource: { type: 'Person', id: 'p' },
  }
  return {
    name: 'cedar-wasm (preparsed)',
    packages: ['@cedar-policy/cedar-wasm'],
    loadMs,
    decide: (record) => {
      const { response } = statefulIsAuthorized({
        ...who,
        context: plain(record),
        preparsedPolicySetId: 'release',
        entities: [],
      })
      if (response.diagnostics.reason.includes('required')) return 'required'
      return response.decision === 'allow' ? 'permitted' : 'prohibited'
    },
  }
}

interface Zen {
  readonly ZenEngine: new () => {
    readonly createDecision: (content: unknown) => {
      readonly evaluate: (context: unknown) => Promise<{ readonly result: { readonly verdict: string } }>
    }
  }
}

/** The decision as one table of zen-engine: the first row that fits gives the verdict. */
function zenTable(): unknown {
  const facts = [
    'court_order',
    'warrant_form',
    'release_public',
    'ca_prop_47_only',
    ...convictions.map(underscored),
    ...years.map(underscored),
    'ca_held_to_answer',
  ]
  const row = (verdict: string, tests: Readonly<Record<string, string>>, index: number): Record<string, string> => ({
    _id: `r${index}`,
    ...Object.fromEntries(facts.map((fact) => [fact, tests[fact] ?? ''])),
    verdict: `"${verdict}"`,
  })
  const rows: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['required', { court_order: '"yes"', warrant_form: '"court-order"' }],
    ['permitted', { release_public: '"yes"' }],
    ['prohibited', { ca_prop_47_only: '"yes"' }],
    ...convictions.map((fact) => ['permitted', { [underscored(fact)]: '"yes"' }] as const),
    ['permitted', { ca_listed_wobbler_years: '<= 5' }],
    ['permitted', { ca_listed_felony_years: '<= 15' }],
    ['permitted', { ca_held_to_answer: charges.map((charge) => `"${charge}"`).join(', ') }],
    ['prohibited', {}],
  ]
  return {
    hitPolicy: 'first',
    inputs: facts.map((fact) => ({ id: fact, name: fact, field: fact })),
    outputs: [{ id: 'verdict', name: 'verdict', field: 'verdict' }],
    rules: rows.map(([verdict, tests], index) => row(verdict, tests, index)),
  }
}

async function zen(): Promise<Engine> {
  const start = performance.now()
  const { ZenEngine } = await load<Zen>('@gorules/zen-engine/index.js')
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'table', name: 'table', type: 'decisionTableNode', content: zenTable() },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  })
  const loadMs = performance.now() - start
  return {
    name: 'zen-engine (decision table)',
    packages: ['@gorules/zen-engine', '@gorules/zen-engine-linux-x64-gnu'],
    loadMs,
    decide: async (record) => (await decision.evaluate(plain(record))).result.verdict,
  }
}

interface JsonRules {
  readonly Engine: new () => {
    readonly addRule: (rule: unknown) => void
    readonly run: (facts: unknown) => Promise<{ readonly events: readonly { readonly type: string }[] }>
  }
}

async function jsonRules(): Promise<Engine> {
  const start = performance.now()
  const { Engine } = await load<JsonRules>('json-rules-engine/dist/index.js')
  const engine = new Engine()
  const is = (fact: string, value: string): unknown => ({ fact, operator: 'equal', value })
  const listed = [
    ...convictions.map((fact) => is(underscored(fact), 'yes')),
    { fact: 'ca_listed_wobbler_years', operator: 'lessThanInclusive', value: 5 },
    { fact: 'ca_listed_felony_years', operator: 'lessThanInclusive', value: 15 },
    { fact: 'ca_held_to_answer', operator: 'in', value: charges },
  ]
  const may = { any: [is('release_public', 'yes'), { all: [is('ca_prop_47_only', 'no'), { any: listed }] }] }
  engine.addRule({
    conditions: { all: [is('court_order', 'yes'), is('warrant_form', 'court-order')] },
    event: { type: 'required' },
  })
  engine.addRule({ conditions: may, event: { type: 'permitted' } })
  const loadMs = performance.now() - start
  return {
    name: 'json-rules-engine',
    packages: ['json-rules-engine'],
    loadMs,
    decide: async (record) => {
      const { events } = await engine.run(plain(record))
      const types = events.map(({ type }) => type)
      return types.includes('required') ? 'required' : (types[0] ?? 'prohibited')
    },
  }
}

interface Casbin {
  readonly newModelFromString: (text: string) => unknown
  readonly StringAdapter: new (text: string) => unknown
  readonly newEnforcer: (
    model: unknown,
    adapter: unknown,
  ) => Promise<{
    readonly enforceEx: (...request: readonly unknown[]) => Promise<readonly [boolean, readonly string[]]>
  }>
}

async function casbin(): Promise<Engine> {
  const start = performance.now()
  const { newModelFromString, StringAdapter, newEnforcer } = await load<Casbin>('casbin/lib/cjs/index.js')
  const model = newModelFromString(`[request_definition]
r = c
[policy_definition]
p = name, condition, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = eval(p.condition)`)
  const enforcer = await newEnforcer(model, new StringAdapter(casbinLines().join('\n')))
  const loadMs = performance.now() - start
  return {
    name: 'casbin (a line a rule)',
    packages: ['casbin'],
    loadMs,
    decide: async (record) => {
      const [isAllowed, [rule]] = await enforcer.enforceEx(plain(record))
      return isAllowed ? (rule === 'required' ? 'required' : 'permitted') : 'prohibited'
    },
  }
}

/** Every rule as one line with what overrides it, since casbin has no exceptions: a denial beats every permission. */
function casbinLines(): readonly string[] {
  const trust = oneOf('agency', ['police', 'sheriff', 'jail', 'probation', 'campus-police'])
  const values = oneOf('agency', ['police', 'sheriff', 'jail', 'state-police', 'probation', 'campus-police'])
  const [isOrdered, isPublic, isReducible] = [
    `${fact('court.order', 'yes')} && ${fact('warrant.form', 'court-order')}`,
    fact('release.public', 'yes'),
    fact('ca.prop-47-only', 'yes'),
  ]
  const listed = [
    ...convictions.map((name) => fact(name, 'yes')),
    'r.c.ca_listed_wobbler_years <= 5',
    'r.c.ca_listed_felony_years <= 15',
  ]
  const isConvicted = `(${listed.join(' || ')})`
  const isCharged = `(${oneOf('ca.held-to-answer', charges)} && !(${isReducible}))`
  const isReduced = `(${isReducible} && !(${isPublic}))`
  const forms = ['i-247a', 'i-247d', 'i-247n', 'i-247x', 'i-247g', 'i-247-earlier']
  const lines: readonly (readonly [string, string, 'allow' | 'deny'])[] = [
    ['detainer', oneOf('request.form', forms), 'allow'],
    [
      'a',
      `${trust} && !(${isOrdered}) && !(${isPublic}) && !(${isConvicted} && !${isReduced}) && !${isCharged}`,
      'deny',
    ],
    ...listed.map((test, index) => [`a${index}`, `${trust} && ${test} && !${isReduced}`, 'allow'] as const),
    ['a6', `${trust} && !(${isOrdered}) && ${isReduced}`, 'deny'],
    ['b', `${trust} && ${isCharged}`, 'allow'],
    [
      'C',
      `${values} && !(${isOrdered}) && !(${isPublic} || (${isConvicted} && !(${isReducible})) || ${isCharged})`,
      'deny',
    ],
    ['C-public', `${values} && ${isPublic}`, 'allow'],
    ['C-conviction', `${values} && ${isConvicted} && !(${isReducible})`, 'allow'],
    ['C-charge', `${values} && ${isCharged}`, 'allow'],
    // The last permission is the one that casbin names.
    ['required', isOrdered, 'allow'],
  ]
  return lines.map(([name, condition, effect]) => `p, ${name}, "${condition}", ${effect}`)
}

function fact(name: string, value: string): string {
  return `r.c.${underscored(name)} == '${value}'`
}

function oneOf(name: string, values: readonly string[]): string {
  return `(${values.map((value) => fact(name, value)).join(' || ')})`
}

interface OpaWasm {
  readonly loadPolicy: (
    wasm: Uint8Array,
  ) => Promise<{ readonly evaluate: (input: unknown) => readonly { readonly result: string }[] }>
}

/** Where the compiled policy is looked for. */
const opaPolicy: string = join(folder, 'notify-release.wasm')

async function opa(): Promise<readonly Engine[]> {
  if (!existsSync(opaPolicy)) {
    console.error(
      'OPA is left out: build bench/engines/notify-release.wasm with `opa build -t wasm -e brightline/verdict`',
    )
    return []
  }
  const start = performance.now()
  const { loadPolicy } = await load<OpaWasm>('@open-policy-agent/opa-wasm/src/index.mjs')
  const policy = await loadPolicy(readFileSync(opaPolicy))
  const loadMs = performance.now() - start
  const engine: Engine = {
    name: 'OPA wasm',
    packages: ['@open-policy-agent/opa-wasm'],
    loadMs,
    decide: (record) => {
      const input = { ...record }
      for (const fact of years) if (input[fact] === 'never') input[fact] = never
      return policy.evaluate(input)[0]?.result ?? 'prohibited'
    },
  }
  return [engine]
}
