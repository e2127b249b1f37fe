/**
 * The side door of documents for PDF: PDF/UA-1, tagged, the same bytes for the same paper.
 *
 * It loads a native compiler, which the other doors do not.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { shown } from '@brightline/wording'
import { codeOf } from './notice/code.ts'
import type { Block, Paper } from './notice/paper.ts'
import { typstTemplate } from './notice/typst-template.ts'

/** The files of the fonts, which lie in the folder `fonts` of this package, in the order in which they are tried. */
export const fontFiles: readonly string[] = ['NotoSans', 'NotoSansSC', 'NotoSansKR'].flatMap((name) => [
  `${name}-Regular.ttf`,
  `${name}-Bold.ttf`,
])

/** A PDF, or what it lacks: a character in the fonts, or a layout that can be tagged. Then the page of HTML is printed instead. */
export type Printed =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly lacks: 'glyph' | 'layout' }

/** Prints papers. */
export type PaperPrinter = (paper: Paper) => Printed

/**
 * Makes a printer of papers with the bytes of the fonts. Whatever a paper says is data to it.
 */
export function paperPrinter(fonts: readonly Uint8Array[]): PaperPrinter {
  // The workspace is a folder that is not there: the template reads no file.
  const compiler = NodeCompiler.create({ workspace: '/no-workspace', fontArgs: [{ fontBlobs: [...fonts] }] })
  return (paper) => {
    try {
      const bytes = compiler.pdf(
        { mainFileContent: typstTemplate, inputs: { paper: dataOf(paper) } },
        // The paper itself says its day; the file says none that would change from print to print.
        { pdfStandard: 'ua-1', creationTimestamp: 0 },
      )
      return { kind: 'pdf', bytes }
    } catch (error) {
      // What the compiler says may quote the paper, and goes no further.
      const isGlyph = error instanceof Error && error.message.includes('could not be displayed with font')
      return { kind: 'refused', lacks: isGlyph ? 'glyph' : 'layout' }
    } finally {
      compiler.evictCache(2)
    }
  }
}

/** Fonts of the language come first, so that signs that Chinese and Korean share look as their readers write them. */
function dataOf(paper: Paper): string {
  const families = paper.lang.startsWith('ko')
    ? ['Noto Sans', 'Noto Sans KR', 'Noto Sans SC']
    : ['Noto Sans', 'Noto Sans SC', 'Noto Sans KR']
  const blocks = paper.blocks.map(drawn)
  return JSON.stringify({ ...paper, blocks, fonts: families }, (_, value: unknown) =>
    typeof value === 'string' ? shown(value).normalize('NFC') : value,
  )
}

function drawn(block: Block): Block | (Block & { readonly size: number; readonly path: string }) {
  return block.kind === 'code' ? { ...block, ...codeOf(block.address) } : block
}
