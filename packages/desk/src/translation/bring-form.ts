/** The two forms in which a translation is brought: its file, or its text. */
import { markup, verbatim, type Markup } from '@brightline/documents/html'
import { textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { sayTranslation } from './words.ts'

/** What was typed, and what is wrong with it. */
interface BringShown {
  readonly faults: Faults
  readonly typed: { readonly translator?: string; readonly text?: string }
}

/** Makes the forms. A file has to be chosen again where it was refused: no browser keeps it. */
export function bringSection({ faults, typed }: BringShown, frame: Frame): Markup {
  const say = sayTranslation(frame.lang)
  const value = typed.translator ?? ''
  const who = { label: say('translator'), hint: say('translator-hint'), value }
  return markup`<section class="section"><h2>${say('bring')}</h2><p>${say('bring-lead')}</p>
<form method="post" enctype="multipart/form-data" action="${href('/translations/file')}">${formWordField(frame)}
${textField({ ...who, name: 'translator' }, faults)}
<div class="field${faults.has('file') ? ' wrong' : ''}"><label for="file">${say('bring-file')}</label><p class="hint" id="file-hint">${say('bring-file-hint')}</p>${faultOf('file', faults)}
<input class="file" id="file" name="file" type="file" accept=".csv,.xlf,.xliff" aria-describedby="file-hint${faults.has('file') ? ' file-fault' : ''}"></div>
<button>${say('bring-file-button')}</button></form>
<h3>${say('bring-paste')}</h3>
<form method="post" action="${href('/translations')}">${formWordField(frame)}
${textField({ ...who, name: 'pasted-by' }, faults)}
<div class="field${faults.has('text') ? ' wrong' : ''}"><label for="text">${say('bring-text')}</label>${faultOf('text', faults)}
<textarea id="text" name="text" rows="8" spellcheck="false"${faults.has('text') ? markup` aria-describedby="text-fault" aria-invalid="true"` : null}>
${verbatim(typed.text ?? '')}</textarea></div>
<button>${say('bring-button')}</button></form></section>`
}

function faultOf(field: string, faults: Faults): Markup | null {
  const fault = faults.get(field)
  return fault === undefined ? null : markup`<p class="fault" id="${field}-fault">${fault}</p>`
}
