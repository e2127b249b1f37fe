/** The middles of counties, from their shapes in TopoJSON. */

/** A place on the globe, in degrees. */
export interface Centre {
  readonly latitude: number
  readonly longitude: number
}

type Point = readonly [number, number]

/** The parts of a topology that are read. */
interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point }
  readonly arcs: readonly (readonly Point[])[]
  readonly objects: { readonly counties: { readonly geometries: readonly Shape[] } }
}

type Shape =
  | { readonly type: 'Polygon'; readonly id: string; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly id: string; readonly arcs: readonly (readonly (readonly number[])[])[] }

/** Finds the middle of every county: of its largest ring, weighed by area. */
export function countyCentres({ transform, arcs, objects }: Topology): ReadonlyMap<string, Centre> {
  const { scale, translate } = transform
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]): Point => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
  // An arc with a negative number is run backwards.
  const lineOf = (at: number): readonly Point[] => (at < 0 ? (lines[~at] ?? []).toReversed() : (lines[at] ?? []))
  return new Map(
    objects.counties.geometries.map((shape) => {
      const outer = shape.type === 'Polygon' ? [shape.arcs[0] ?? []] : shape.arcs.map(([first = []]) => first)
      const middles = outer.map((ring) => middleOf(ring.flatMap(lineOf)))
      const largest = middles.toSorted((a, b) => b.area - a.area)[0]
      return [shape.id, { latitude: largest?.latitude ?? 0, longitude: largest?.longitude ?? 0 }]
    }),
  )
}

function middleOf(points: readonly Point[]): Centre & { readonly area: number } {
  let [twice, x, y] = [0, 0, 0]
  for (const [at, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(at + 1) % points.length] ?? [ax, ay]
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  return { area: Math.abs(twice), longitude: x / (3 * twice), latitude: y / (3 * twice) }
}
