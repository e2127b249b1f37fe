/** A translation as XLIFF 2.1, which programs of translators read and write. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { writeUnit } from './xliff-placeholder.ts'
import { unreadable, type FilePhrase, type FormFault, type RawFile, type Unreadable } from './file-phrase.ts'

const core = 'urn:oasis:names:tc:xliff:document:2.0'

/** Writes the file. A phrase that needs translation has no target. */
export function printXliff(lang: string, phrases: readonly Omit<FilePhrase, 'place'>[]): string {
  const units = phrases.map(({ key, english, text }) => {
    const unit = writeUnit(english, text)
    const [state, target] = text === '' ? ['initial', ''] : ['translated', `<target>${unit.target}</target>`]
    return `    <unit id="${key}">${unit.data}<segment state="${state}"><source>${unit.source}</source>${target}</segment></unit>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${core}" version="2.1" srcLang="en" trgLang="${lang}">
  <file id="papers" canResegment="no" xml:space="preserve">
${units.join('')}  </file>
</xliff>
`
}

/** Which elements of the format stand in which; others of it hold markup that a paper cannot print. */
const inside: Readonly<Record<string, readonly string[]>> = {
  '': ['xliff'],
  xliff: ['file'],
  file: ['unit', 'group'],
  group: ['unit', 'group'],
  unit: ['originalData', 'segment', 'ignorable'],
  originalData: ['data'],
  segment: ['source', 'target'],
  ignorable: ['source', 'target'],
  source: ['mrk', 'ph'],
  target: ['mrk', 'ph'],
  mrk: ['mrk', 'ph'],
}

/** Elements that say nothing of the words, such as notes between people. */
const besides = new Set(['notes', 'skeleton'])

/** Stops the reading. */
class Stop extends Error {
  readonly said: Unreadable
  constructor(said: Unreadable) {
    super(said.fault)
    this.said = said
  }
}

/** Reads a file. The reader of XML knows no entities but its own five, and asks nothing of the outside. */
export function readXliff(text: string): RawFile {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const reader = new UnitReader((fault, found = '') => {
    throw new Stop(unreadable(fault, { unit: 'line', at: parser.line }, found))
  })
  parser.on('error', () => reader.stop('malformed'))
  parser.on('doctype', () => reader.stop('malformed', '<!DOCTYPE'))
  parser.on('opentag', (tag) => {
    reader.open(tag, parser.line)
  })
  parser.on('closetag', () => {
    reader.close()
  })
  parser.on('text', (piece) => {
    reader.add(piece)
  })
  parser.on('cdata', (piece) => {
    reader.add(piece)
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Stop) return error.said
    throw error
  }
  return { kind: 'phrases', lang: reader.lang, end: { unit: 'line', at: parser.line }, phrases: reader.phrases }
}

/** Collects the phrases of the units. Segments that a program parted a phrase into are put together again. */
class UnitReader {
  lang = ''
  readonly phrases: FilePhrase[] = []
  readonly stop: (fault: FormFault, found?: string) => never
  #path: string[] = []
  #skipped = 0
  #words = { key: '', line: 0, source: '', target: '' }
  /** What the placeholders of a unit stand for, by the ids of their data, and the id that is being read. */
  #data = new Map<string, string>()
  #dataId = ''

  constructor(stop: (fault: FormFault, found?: string) => never) {
    this.stop = stop
  }

  open({ uri, local, name, attributes }: SaxesTagNS, line: number): void {
    const within = this.#path.at(-1) ?? ''
    if (this.#skipped > 0 || this.#isBeside(within, uri, local)) {
      this.#skipped += 1
      return
    }
    const value = (attribute: string): string => attributes[attribute]?.value ?? ''
    if (local === 'xliff' && within === '') this.#begin(uri, value)
    const isKnown = uri === core && (inside[within] ?? []).includes(local)
    if (!isKnown) this.stop(inWords.has(within) ? 'markup' : 'malformed', `<${name}>`)
    this.#enter(local, value, line)
    this.#path.push(local)
  }

  #enter(local: string, value: (attribute: string) => string, line: number): void {
    if (local === 'unit') this.#begun(value('id'), line)
    if (local === 'data') this.#dataId = value('id')
    if (local === 'ph') this.add(this.#data.get(value('dataRef')) ?? this.stop('markup', '<ph>'))
    if (local === 'source' || local === 'target') this.#check(local, value)
  }

  /** Tells if an element says nothing of the words. One that stands between them is none: it would be lost from them. */
  #isBeside(within: string, uri: string, local: string): boolean {
    return within !== '' && !inWords.has(within) && (uri !== core || besides.has(local))
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    if (this.#path.pop() !== 'unit') return
    const { key, line, source, target } = this.#words
    this.phrases.push({ key, english: source, text: target, place: { unit: 'line', at: line } })
  }

  #begun(key: string, line: number): void {
    this.#words = { key, line, source: '', target: '' }
    this.#data = new Map()
  }

  add(piece: string): void {
    if (this.#skipped > 0) return
    if (this.#path.at(-1) === 'data') {
      this.#data.set(this.#dataId, `${this.#data.get(this.#dataId) ?? ''}${piece}`)
      return
    }
    // A placeholder stands for its data, and holds no words.
    if (this.#path.at(-1) === 'ph') this.stop('markup', piece.trim())
    const side = this.#path.findLast((name) => name === 'source' || name === 'target')
    if (side === 'source' || side === 'target') this.#words[side] += piece
    else if (piece.trim() !== '') this.stop('malformed', piece.trim())
  }

  #begin(uri: string, value: (attribute: string) => string): void {
    if (uri !== core || value('version') !== '2.1') this.stop('version', value('version'))
    if (value('srcLang') !== 'en') this.stop('language', value('srcLang'))
    this.lang = value('trgLang')
  }

  #check(side: 'source' | 'target', value: (attribute: string) => string): void {
    const [said, known] = [value('xml:lang'), side === 'source' ? 'en' : this.lang]
    if (said !== '' && said !== known) this.stop('language', said)
    if (value('order') !== '') this.stop('markup', `order="${value('order')}"`)
  }
}

const inWords = new Set(['source', 'target', 'mrk'])
