/** The door of documents. */
export { replayPage } from './replay/page.ts'
