// One line per territory, tab-separated, the first cell being its level; sorted, so that the same package gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

const [folder, vintage, version, formerRegions, output] = process.argv.slice(2)
const read = name => JSON.parse(readFileSync(`${folder}/data/${name}.json`, 'utf8'))
const byCode = (one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)

const communes = read('communes').sort(byCode)
const epci = read('epci').sort(byCode)
const ept = read('ept').sort(byCode)
const memberOf = groups => new Map(groups.flatMap(group => group.membres.map(member => [member.code, group.code])))
const epciOf = memberOf(epci)
const eptOf = memberOf(ept)

const lines = [['V', vintage, `@etalab/decoupage-administratif@${version}`, 'Licence Ouverte 2.0 (Etalab)']]
for (const region of read('regions').sort(byCode)) lines.push(['R', region.code, region.nom])
for (const departement of read('departements').sort(byCode)) lines.push(['D', departement.code, departement.nom, departement.region])
for (const line of readFileSync(formerRegions, 'utf8').trim().split('\n').slice(1)) lines.push(['F', ...line.split('\t')])
for (const group of epci) lines.push(['E', group.code, group.nom, group.type, group.populationMunicipale])
for (const group of ept) lines.push(['T', group.code, group.nom, group.type, group.populationMunicipale])
for (const commune of communes.filter(commune => commune.type === 'commune-actuelle')) {
  lines.push(['C', commune.code, commune.nom, commune.departement, epciOf.get(commune.code) ?? '', eptOf.get(commune.code) ?? '', commune.population ?? '', (commune.anciensCodes ?? []).join(',')])
}
for (const part of communes.filter(commune => commune.type !== 'commune-actuelle')) {
  lines.push(['P', part.code, part.nom, part.type, part.chefLieu ?? part.commune])
}

const text = lines.map(cells => cells.join('\t')).join('\n') + '\n'
writeFileSync(output, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }))
console.log(`${lines.length} lines, ${text.length} characters → ${output}`)
