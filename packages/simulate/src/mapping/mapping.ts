/** The mapping file as data: the ways in which columns become facts. Its types follow from its schema. */
import type { XStatic } from 'typebox/schema'
import type { dateFormats, mappingSchema, owners } from './mapping-schema.ts'

type Frozen<Data> = Data extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Data extends object
    ? { readonly [Key in keyof Data]: Frozen<Data[Key]> }
    : Data

/** A mapping. */
export type Mapping = Frozen<XStatic<typeof mappingSchema>>

export type Owner = (typeof owners)[number]

export type DateFormat = (typeof dateFormats)[number]

/** The way in which a fact is read. Empty cells are unknown. */
export type FactSource = NonNullable<Mapping['facts']>[string]

/** The way in which a fact is read from the columns of a row. */
export type ColumnSource = Exclude<FactSource, { readonly constant: string | number }>

/** Who runs the facility of a row. */
export type OwnerSource = NonNullable<Mapping['owner']>

/** The owner in a data set that does not say who runs a facility. */
export const unsaidOwner: Extract<OwnerSource, { readonly owner: Owner }> = { owner: 'unknown', because: '-' }
