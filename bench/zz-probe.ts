import { readAllLaw, shippedLaw } from '../packages/cli/src/law-files.ts'
import { stackOf, compileAct, rulesOf } from '@brightline/engine'
import { verdictDiagram, nodesOf } from '../packages/engine/src/sql/verdict-diagram.ts'
import { coverOf } from '../packages/engine/src/sql/cover.ts'
const lib2 = (await readAllLaw(shippedLaw) as any).library
for (const p of lib2.places) { const s = stackOf(lib2, p.id, '2026-11-01'); const acts = lib2.vocabulary.acts.map((a:any)=>a.name).filter((a:string)=> rulesOf(s).some(x=>x.acts.includes(a)));
 const out = []
 for (const act of acts) { const c = compileAct(s, act, {budget: 1e7}); const t=performance.now(); const v = verdictDiagram(c); const n = nodesOf(v.store, v.diagram).length
  const cov = [0,1,2,3,4].map(b => coverOf(v.store, v.store.map(v.diagram, x=>x===1<<b?1:0), 2000)?.length ?? -1)
  const cov0 = coverOf(v.store, v.store.map(v.diagram, x=>x===0?1:0), 2000)?.length ?? -1
  out.push(`${act}:rules${c.rules.length} facts${v.facts.length} space${c.space.variables.length} ${n}n [${cov}] imp${cov0} ${(performance.now()-t)|0}ms`)}
 console.log(p.id+'\n  '+out.join('\n  ')) }
