/** What every place that runs JavaScript has beside the language: the pure files of this package see nothing else of it. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
