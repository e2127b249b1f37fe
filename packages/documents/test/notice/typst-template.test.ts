import { describe, expect, it } from 'vitest'
import { typstTemplate } from '../../src/notice/typst-template.ts'

describe('the template of the PDF', () => {
  it('asks for no clock, no file, no package and no code', () => {
    expect(typstTemplate).not.toMatch(/datetime|today|#import|#include|\b(?:read|plugin|eval|yaml|csv|toml|xml|cbor)\(/)
    expect(typstTemplate.match(/json\(/g)).toHaveLength(1)
    expect(typstTemplate.match(/sys\.\w+/g)).toEqual(['sys.inputs'])
  })

  it('takes no font of the machine', () => {
    expect(typstTemplate).toContain('fallback: false')
    expect(typstTemplate.match(/font:/g)).toHaveLength(1)
  })
})
