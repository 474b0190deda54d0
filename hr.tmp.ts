import { findHouseFaults } from './schema/house-rules.ts'
import { readSlices, readOwnSlices } from './schema/slices.ts'
const all=[...readSlices(),...readOwnSlices()]
for (const s of all) console.log(s.name, JSON.stringify(findHouseFaults(s, all),null,1))
