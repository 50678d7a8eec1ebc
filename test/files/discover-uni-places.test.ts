import { expect, test } from 'vitest';
import { loadDataset } from '../../src/files/dataset.js';
import { regionOf, regionsByDistrict } from '../../src/files/discover-uni/postcodes.js';
import { readTables } from '../../src/files/discover-uni/tables.js';

const { regions } = readTables();
const { rows: provision } = loadDataset('seeds/england/provision');
const { rows: places } = loadDataset('seeds/england/places');
const institutions = new Map(places.institutions.map((row) => [row.id, row]));
const programmes = new Map(provision.programmes.map((row) => [row.id, row]));

test.each([
  ['PE1', 'letb-east-of-england', 'Peterborough'],
  ['PE9', 'letb-east-midlands', 'Stamford'],
  ['PE30', 'letb-east-of-england', "King's Lynn"],
  ['DN4', 'letb-yorkshire-humber', 'Doncaster'],
  ['DN22', 'letb-east-midlands', 'Retford'],
  ['S10', 'letb-yorkshire-humber', 'Sheffield'],
  ['S41', 'letb-east-midlands', 'Chesterfield'],
  ['NW4', 'letb-north-central-east-london', 'Hendon'],
  ['NW10', 'letb-north-west-london', 'Willesden'],
  ['SW7', 'letb-north-west-london', 'South Kensington'],
  ['SW17', 'letb-south-london', 'Tooting'],
  ['TS9', 'letb-yorkshire-humber', 'Stokesley'],
  ['TS1', 'letb-north-east', 'Middlesbrough'],
  ['GU14', 'letb-wessex', 'Farnborough'],
  ['GU2', 'letb-kent-surrey-sussex', 'Guildford'],
  ['RG1', 'letb-thames-valley', 'Reading'],
  ['RG21', 'letb-wessex', 'Basingstoke'],
  ['PO19', 'letb-kent-surrey-sussex', 'Chichester'],
  ['BH12', 'letb-wessex', 'Poole'],
  ['SK13', 'letb-north-west', 'Glossop'],
  ['SK17', 'letb-east-midlands', 'Buxton'],
  ['RM15', 'letb-east-of-england', 'Thurrock'],
  ['EC1V', 'letb-north-central-east-london', 'City St George’s: the district EC1 with a letter'],
  ['W1W', 'letb-north-west-london', 'Westminster'],
  ['W1T', 'letb-north-central-east-london', 'Camden: a lettered district of its own'],
])('%s lies in %s (%s)', (district, region) => {
  expect(regionOf(district, regions)).toBe(region);
});

test('a district outside England lies in no LETB', () => {
  expect(['CF10', 'EH14', 'BT7', 'ZZ1'].map((district) => regionOf(district, regions))).toEqual(
    Array(4).fill(undefined),
  );
});

test('every region of the districts is a LETB, and each LETB has districts', () => {
  const letbs = places.regions.filter(({ kind }) => kind === 'LETB').map(({ id }) => id);
  expect([...new Set(regions.values())].sort()).toEqual(letbs.sort());
});

test('areas do not overlap: a district given twice is told', () => {
  const rows = [
    { districts: 'PE1-PE9', region: 'letb-east-of-england' },
    { districts: 'PE8', region: 'letb-east-midlands' },
  ];
  expect(() => regionsByDistrict(rows)).toThrow(
    'PE8 is given twice, in letb-east-of-england and in letb-east-midlands',
  );
});

test.each(['PE9-PE1', 'PE1-DN3', 'PE', 'pe1', ''])('%j is no range of districts', (districts) => {
  expect(() => regionsByDistrict([{ districts, region: 'letb-wessex' }])).toThrow('no postcode district');
});

test('every course taught at a place in England lies in the one LETB of its postcode district', () => {
  const english = provision.deliveries.filter(
    ({ programme, distance }) => !distance && countryOf(programme) === 'England',
  );
  expect(english.length).toBeGreaterThan(650);
  for (const { id, place } of english)
    expect([id, place?.region]).toEqual([id, regionOf(place?.district ?? '', regions) ?? 'a LETB']);
});

test('every course elsewhere lies in its nation', () => {
  const nations = { Scotland: 'nation-scotland', Wales: 'nation-wales', 'Northern Ireland': 'nation-northern-ireland' };
  // A delivery of a programme that is described elsewhere in the seeds has its country there.
  const others = provision.deliveries.filter(({ programme }) => (countryOf(programme) ?? 'England') !== 'England');
  expect(others.length).toBeGreaterThan(140);
  for (const { id, programme, place } of others)
    expect([id, place?.region]).toEqual([id, nations[countryOf(programme) as keyof typeof nations]]);
});

test('the place of an institution and its region agree', () => {
  for (const { id, country, place } of places.institutions)
    expect([id, place?.region]).toEqual([
      id,
      country === 'England'
        ? (regionOf(place?.district ?? '', regions) ?? 'a LETB')
        : `nation-${country.toLowerCase().replace(' ', '-')}`,
    ]);
});

function countryOf(programme: string): string | undefined {
  return institutions.get(programmes.get(programme)?.institution ?? '')?.country;
}
