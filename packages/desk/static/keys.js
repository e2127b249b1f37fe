// Lets somebody walk a list with j and k, choose with 1 to 9, and see the keys with a question mark. Every page is whole
// without this file.
const switchName = 'desk-keys-off'
const box = document.querySelector('.keys')
const toggle = document.querySelector('#keys-on')

if (box instanceof HTMLElement && toggle instanceof HTMLInputElement) {
  box.hidden = false
  toggle.checked = withStorage((storage) => storage.getItem(switchName)) !== 'yes'
  toggle.addEventListener('change', () =>
    withStorage((storage) => {
      if (toggle.checked) storage.removeItem(switchName)
      else storage.setItem(switchName, 'yes')
    }),
  )
}

/** Works with the storage of the browser. Where that is forbidden, the switch counts for one page. */
function withStorage(work) {
  try {
    return work(localStorage)
  } catch {
    return null
  }
}

/** Lists the first link of each row. */
function rowLinks() {
  return [...document.querySelectorAll('main tbody tr, main .due > li')].flatMap((row) => {
    const link = row.querySelector('a[href]')
    return link instanceof HTMLElement ? [link] : []
  })
}

/** Goes to the row before or after the one that has the focus. */
function walk(step) {
  const links = rowLinks()
  const here = links.findIndex((link) => link.closest('tr, li')?.contains(document.activeElement))
  const next = here === -1 ? (step > 0 ? 0 : links.length - 1) : here + step
  links.at(Math.min(Math.max(next, 0), links.length - 1))?.focus()
}

function showKeys() {
  if (!(box instanceof HTMLDetailsElement)) return
  box.open = true
  box.querySelector('summary')?.focus()
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return
  if (event.target instanceof Element && event.target.matches('input, select, textarea')) return
  if (event.key === '?') return showKeys()
  if (toggle instanceof HTMLInputElement && !toggle.checked) return
  if (event.key === 'j') walk(1)
  if (event.key === 'k') walk(-1)
  if (/^[1-9]$/.test(event.key)) document.querySelectorAll('main .way')[Number(event.key) - 1]?.click()
})
