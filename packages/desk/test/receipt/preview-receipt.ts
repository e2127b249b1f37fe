/** A receipt as its paper shows it: a request that is decided, and the paper made of it. */
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import type { TestDesk } from '../server/test-desk.ts'

/** Decides a request as a new clerk, makes its receipt, and gives the page that shows the paper, with whose it is. */
export async function previewReceipt(
  desk: TestDesk,
): Promise<{ readonly reference: string; readonly agency: string; readonly page: string }> {
  const name = await desk.addUser('clerk')
  const clerk = await desk.signedIn(name)
  const who = await whoOf(desk, name, 'clerk')
  const reference = await openSampleCase(desk, who, {
    answers: { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' },
  })
  const { page } = await clerk.get(`/cases/${reference}/answer`)
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? ''
  await clerk.post(`/cases/${reference}/decisions`, { version, seen })
  const path = `/cases/${reference}/notices/new/receipt`
  await clerk.get(path)
  const made = await clerk.follow(await clerk.post(path, { language: 'en' }))
  const preview = await clerk.get(/href="([^"]+\/preview)"/.exec(made.page)?.[1] ?? '')
  return { reference, agency: who.agency, page: preview.page }
}
