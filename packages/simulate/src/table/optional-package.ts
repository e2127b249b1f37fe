/** Packages that are loaded only when a file needs them, and may be absent. */

/** Says that a package is not there. */
export class PackageMissing extends Error {
  readonly packageName: string

  constructor(packageName: string) {
    super(`the package ${packageName} is not installed`)
    this.name = 'PackageMissing'
    this.packageName = packageName
  }
}

/** Loads a package, or throws `PackageMissing`. */
export async function loaded<Package>(name: string, load: () => Promise<Package>): Promise<Package> {
  try {
    return await load()
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    if (isAbsent && error.message.includes(`'${name}'`)) throw new PackageMissing(name)
    throw error
  }
}
