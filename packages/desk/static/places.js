// Shows, while somebody types the name of a place, the rows of the list that have its words. The search of the form finds
// more: places that are not encoded, other spellings, states by their letters.
const list = document.querySelector('details[data-filter]')
const field = document.querySelector('#q')

/** Writes a name as the rows have theirs: small, without accents. */
function plain(text) {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function filter() {
  const words = plain(field.value)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const rows = [...list.querySelectorAll('tbody tr')]
  for (const row of rows) {
    const names = row.dataset.names.split(' ')
    row.hidden = !words.every((word) => names.some((name) => name.startsWith(word)))
  }
  const count = rows.filter((row) => !row.hidden).length
  const status = list.querySelector('[role=status]')
  status.textContent = status.textContent.replace(/#|\d+/, String(count))
  status.hidden = words.length === 0
  if (words.length > 0) list.open = count > 0
}

if (list instanceof HTMLDetailsElement && field instanceof HTMLInputElement) {
  field.addEventListener('input', filter)
}
