import { chromium } from 'playwright-core'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] })
const page = await browser.newPage()
for (const [name, path] of [['hold', '/sheet/us/ca/hold?agency=jail'], ['hold-es', '/sheet/us/ca/hold?agency=jail&lang=es'], ['spring', '/sheet/us/ex/springfield/notify-release?agency=jail'], ['receipts', '/sheet/receipts?first=SJ-0001']]) {
  await page.goto(`http://localhost:${process.argv[2]}${path}`)
  for (const format of ['Letter', 'A4'] as const) await page.pdf({ path: `/tmp/h/m1year/pics/print-${name}-${format}.pdf`, format, margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } })
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 720, height: 900 })
  console.log(name, await page.evaluate(`[document.documentElement.scrollWidth, document.documentElement.clientWidth, document.title]`))
  await page.emulateMedia({ media: null })
}
await browser.close()
