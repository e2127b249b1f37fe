/** The part of domino that the charts need; its own declarations are under another name. */
declare module '@mixmark-io/domino' {
  export function createDocument(html?: string): Document
}
