/** One role a person holds, with the units it reaches (the unit and those below). */
export interface Grant {
  role: string
  unit: string
  units: readonly string[]
}

/** Who acts: a person of one bureau with the roles held today. */
export interface Actor {
  tenant: string
  person: string
  name: string
  grants: readonly Grant[]
}
