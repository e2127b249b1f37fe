/** Checks the part of the law that it is given, and tells what it found. */
import { parentPort, workerData } from 'node:worker_threads'
import { checkInstruments, type CheckReport } from '@brightline/engine'
import type { Part } from './check-all.ts'

const { library, ids }: Part = workerData
const port = parentPort
const wanted = new Set(ids)
const instruments = library.instruments.filter(({ id }) => wanted.has(id))
port?.postMessage(checkInstruments(library, instruments) satisfies CheckReport)
