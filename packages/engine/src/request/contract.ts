/** The version of the JSON that requests and decisions speak. */

/** Version 2. Version 1 is refused by name. */
export const contractVersion = 2
