// Asks the browser for a passkey, and sends what it answers with the form that asked. Nothing else is loaded or sent.
const form = document.querySelector('form[data-passkey]')
const failed = document.querySelector('#passkey-failed')

async function answerOf(kind, options) {
  const abort = AbortSignal.timeout(120_000)
  if (kind === 'new')
    return await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
      signal: abort,
    })
  return await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
    signal: abort,
  })
}

async function ask() {
  failed.hidden = true
  try {
    const answer = await answerOf(form.dataset.passkey, JSON.parse(form.dataset.options))
    form.elements.namedItem('answer').value = JSON.stringify(answer.toJSON())
    form.submit()
  } catch {
    failed.hidden = false
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void ask()
})
form.hidden = false
void ask()
