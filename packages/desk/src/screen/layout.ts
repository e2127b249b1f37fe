/** The frame of every page: skip link, place, languages, ways, the main part, and the foot. */
import { markup, trusted, type Markup, type MarkupValue } from '@brightline/documents/html'
import { visitorRoles } from '../demonstration/visitor-roles.ts'
import { sayDemonstration } from '../demonstration/words.ts'
import type { Role } from '../people/role.ts'
import type { SignedIn } from '../people/session.ts'
import { href } from './href.ts'
import { icon, tabIconPath } from './icon.ts'
import { languages, type Language } from './language.ts'
import { scriptPath } from './script.ts'
import { stylePath } from './style.ts'
import { sayFrame } from './words.ts'

/** What a page stands in: the reader's language, the path, who is signed in, and the word that its forms carry. */
export interface Frame {
  readonly lang: Language
  /** The path with its query, without the language. */
  readonly path: string
  readonly signedIn: SignedIn | null
  readonly formWord: string
  readonly reference: string
}

/** A page. */
export interface Page {
  readonly title: string
  readonly main: MarkupValue
  /** Something on the page is wrong: the title says so first. */
  readonly isError?: boolean
}

/** Makes the page. */
export function layout(frame: Frame, { title, main, isError = false }: Page): string {
  const say = sayFrame(frame.lang)
  const shownTitle = isError ? say('error-title', { title }) : title
  return String(markup`<!doctype html>
<html lang="${frame.lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shownTitle} · ${say('product')}</title>
<link rel="stylesheet" href="${href(stylePath)}">
<link rel="icon" href="${href(tabIconPath)}" type="image/svg+xml">
<script src="${href(scriptPath)}" defer></script>
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
<header>
${bannerOf(frame)}
${frame.signedIn === null ? null : mastOf(frame, frame.signedIn)}
</header>
<main id="main" class="page" tabindex="-1">
${main}
</main>
<footer class="foot"><div class="page">${say('reference')} <span class="mono">${frame.reference}</span>${keysOf(frame.lang)}</div></footer>
</body>
</html>
`)
}

function bannerOf({ lang, path, signedIn }: Frame): Markup {
  const say = sayFrame(lang)
  const links = languages.map(({ code, name }) =>
    code === lang
      ? markup`<li><a href="${href(path, { lang: code })}" lang="${code}" hreflang="${code}" aria-current="true">${name}</a></li>`
      : markup`<li><a href="${href(path, { lang: code })}" lang="${code}" hreflang="${code}">${name}</a></li>`,
  )
  const where =
    signedIn === null
      ? markup`<b>${say('product')}</b>`
      : markup`<b>${signedIn.agencyName}</b> <span>${signedIn.deskName ?? ''}</span>`
  return markup`<div class="banner"><div class="page">
<p class="where">${icon('place')}<span>${where} <span class="aside">${say('not-federal')}</span></span></p>
<nav aria-label="${say('languages')}"><ul class="languages">${links}</ul></nav>
</div></div>`
}

/** Makes the list of keys. The script shows it, because without the script no key does anything. */
function keysOf(lang: Language): Markup {
  const say = sayFrame(lang)
  const key = (name: string, words: string): Markup => markup`<div><dt><kbd>${name}</kbd></dt><dd>${words}</dd></div>`
  return markup`<details class="keys" hidden><summary>${say('keys')}</summary>
<dl>${key('j', say('key-next'))}${key('k', say('key-before'))}${key('1-9', say('key-number'))}${key('?', say('key-help'))}</dl>
<label><input type="checkbox" id="keys-on"><span>${say('keys-on')}</span></label></details>`
}

function mastOf(frame: Frame, { who, isDemonstration }: SignedIn): Markup {
  const say = sayFrame(frame.lang)
  const ways = [
    { path: '/', name: say('home') },
    ...(who.role === 'administrator'
      ? []
      : [
          { path: '/queue', name: say('requests') },
          { path: '/duties', name: say('duties') },
        ]),
    ...(who.role === 'administrator' || who.role === 'clerk' ? [] : [{ path: '/reports', name: say('reports') }]),
    { path: '/law', name: say('law') },
    ...(who.role === 'administrator' || who.role === 'clerk' ? [] : [{ path: '/audit', name: say('audit') }]),
    ...(who.role === 'administrator'
      ? [{ path: '/administration', name: say('administration'), also: ['/people', '/translations'] }]
      : []),
  ].map(({ path, name, also = [] }: { path: string; name: string; also?: readonly string[] }) => {
    const here = [path, ...also].some((one) => isUnder(frame.path, one)) ? trusted(' aria-current="page"') : null
    return markup`<li><a href="${href(path)}"${here}>${name}</a></li>`
  })
  return markup`<div class="mast"><div class="page">
<a class="mark" href="${href('/')}">${say('product')}</a>
<nav aria-label="${say('main')}"><ul class="ways">${ways}</ul></nav>
<div class="me"><span>${say(who.role)}</span><a href="${href('/role')}">${say('change-role')}</a><a href="${href('/account')}">${say('account')}</a>
<form method="post" action="${href('/sign-out')}">${formWordField(frame)}<button class="plain">${say('sign-out')}</button></form></div>
</div></div>${isDemonstration ? demonstrationBar(frame, who.role) : null}`
}

/** Marks every page of the demonstration, and lets its visitor go on in another role. */
function demonstrationBar(frame: Frame, role: Role): Markup {
  const say = sayFrame(frame.lang)
  const others = visitorRoles.filter((other) => other !== role)
  const buttons = others.map(
    (other) => markup`<button class="plain" name="role" value="${other}">${say(other)}</button>`,
  )
  return markup`<div class="demonstration"><div class="page"><p><b>${say('demonstration')}</b> ${say('demonstration-words')}</p>
<form method="post" action="${href('/demonstration-role')}">${formWordField(frame)}<span>${sayDemonstration(frame.lang)('you-are', { role: say(role) })}</span> ${buttons}</form>
<p><a href="${href('/demonstration-places')}">${sayDemonstration(frame.lang)('places')}</a></p></div></div>`
}

/** The hidden field by which a form shows that it came from a page of ours. */
export function formWordField({ formWord }: Frame): Markup {
  return markup`<input type="hidden" name="form-word" value="${formWord}">`
}

/** Tells if a page is a way of the mast, or lies under it. Cases, and what came in, lie under the requests. */
function isUnder(path: string, way: string): boolean {
  const page = path.replace(/^\/(?:cases|new)(?=[/?]|$)/, '/queue')
  return page === way || (way !== '/' && (page.startsWith(`${way}/`) || page.startsWith(`${way}?`)))
}
