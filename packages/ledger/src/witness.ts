/** The door for witnesses: cosign the checkpoints of logs that only grow. */
export { readKeyFile } from './files/key-file.ts'
export { folderMemory } from './witness/file-memory.ts'
export type { WitnessServer, WitnessServerOptions } from './witness/server.ts'
export { serveWitness } from './witness/server.ts'
export type { Witness, WitnessAnswer, WitnessMemory, WitnessOptions } from './witness/witness.ts'
export { newWitness } from './witness/witness.ts'
