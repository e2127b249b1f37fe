/** A small library read from policy text, for tests of what the text itself says. */
import { readLibrary, type Library } from '@brightline/language'

const words = `language 2
vocabulary vocabulary/words "Words of the tests"

agency jail "jail" / "cárcel"
agency police "police" / "policía"
agency clinic "private clinic" / "clínica privada" private

act hold "hold the person" / "retener a la persona" about custody
  that lasts needs power cite "Ex. Const. art. 1"
act answer "answer a question" / "responder una pregunta" about information

fact request.form "What did you receive?" / "¿Qué recibió?"
  one of
  - detainer "A detainer" / "Una solicitud de detención" asks hold for 48 hours after release
  - spoken "A call" / "Una llamada"
fact request.from "Who asks?" / "¿Quién pide?"
  one of
  - immigration "Immigration authorities" / "Autoridades de inmigración"
  - family "Family" / "Familia"
volunteered fact person.citizenship-shown "Was proof of citizenship shown?" / "¿Se mostró prueba de ciudadanía?"
  yes or no

event release "the release" / "la liberación"
`

const places = [
  ['us', 'United States', ''],
  ['us/ex', 'Example State', '  checked through 2026-11-01 "session laws of 2026" / "leyes de 2026"\n'],
] as const

/** The header of an instrument of the example state. */
function head(id: string, more: string = ''): string {
  return `language 2
instrument us/ex/${id} "${id}"
  cite "Ex. Code"
  rank state
  place us/ex
  binds every agency
  source code "Ex. Code" "https://example.gov/code" read 2026-11-22
  effective 2020-01-01 "Laws 2019, ch. 1"
${more}
`
}

/** Reads a library of one instrument; its text must have no problem. */
export async function lawOf(body: string, more: string = ''): Promise<Library> {
  const { library, problems } = await readLibrary([
    { path: 'vocabulary/words.policy', text: words },
    ...places.map(([id, title, checked]) => ({
      path: `${id}/place.policy`,
      text: `language 2\nplace ${id} "${title}"\n  division "ocd-division/country:us"\n  geoid "0"\n  time-zone "America/Chicago"\n${checked}`,
    })),
    { path: 'us/ex/act.policy', text: `${head('act', more)}${body}` },
  ])
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2))
  return library
}
