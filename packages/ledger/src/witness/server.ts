/** A witness over HTTP, for a partner to run behind any TLS proxy. It listens on loopback unless told otherwise. */
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { maximumRequestLength } from './request.ts'
import type { Witness } from './witness.ts'

/** Options of a witness server. */
export interface WitnessServerOptions {
  readonly port?: number
  readonly host?: string
  /** A request that takes longer is cut off. */
  readonly timeoutMilliseconds?: number
}

/** A running server. */
export interface WitnessServer {
  readonly url: string
  readonly close: () => Promise<void>
}

const mostConnections = 256

/**
 * Serves a witness at `<url>/add-checkpoint`.
 *
 * @example
 * const server = await serveWitness(newWitness(options), { port: 8401 })
 */
export async function serveWitness(witness: Witness, options: WitnessServerOptions = {}): Promise<WitnessServer> {
  const host = options.host ?? '127.0.0.1'
  const requestTimeout = options.timeoutMilliseconds ?? 10_000
  // Node looks for late requests twice a minute unless told otherwise.
  const limits = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: requestTimeout / 10 }
  const server = createServer(limits, (request, response) => void handle(witness, request, response))
  // Requests wait for each other in memory.
  server.maxConnections = mostConnections
  const port = await listen(server, options.port ?? 0, host)
  return { url: `http://${host}:${port}/`, close: async () => await close(server) }
}

async function handle(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== '/add-checkpoint') return answer(response, 404, 'not found\n')
  if (request.method !== 'POST') return answer(response, 405, 'POST only\n')
  const body = await readBody(request)
  if (body === undefined) {
    // The rest of the body is not read, so nothing else can follow on this connection.
    response.setHeader('connection', 'close')
    return answer(response, 413, 'the request is too long\n')
  }
  const { status, type, body: text } = await witness(body)
  answer(response, status, text, type)
}

function answer(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  if (!response.destroyed) response.writeHead(status, { 'content-type': type }).end(text)
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    // A request stream yields buffers when no encoding is set.
    for await (const part of request as AsyncIterable<Uint8Array>) {
      length += part.length
      if (length > maximumRequestLength) return undefined
      parts.push(part)
    }
  } catch {
    return undefined
  }
  return new Uint8Array(Buffer.concat(parts))
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
