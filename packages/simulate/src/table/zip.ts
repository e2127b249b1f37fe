/** The directory of a zip. */

const [entrySignature, endSignature] = [0x0201_4b50, 0x0605_4b50]

/** Adds up what the members of a zip unpack to, as its directory says; 0 where there is no directory. */
export function unpackedBytes(zip: Buffer): number {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 20 > zip.length || zip.readUInt32LE(end) !== endSignature) return 0
  let at = zip.readUInt32LE(end + 16)
  let sum = 0
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === entrySignature) {
    sum += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return sum
}
