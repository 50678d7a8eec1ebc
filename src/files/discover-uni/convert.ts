import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDataset } from '../dataset.js';
import { convert } from './conversion.js';
import { csvOf } from './csv.js';
import { ledgerText } from './ledger.js';
import { readRelease } from './release.js';
import type { DeliveryRow, ProgrammeRow } from './rows.js';
import { readTables } from './tables.js';

/** Writes the provision of a Discover Uni release into a dataset: npm run provision -- RELEASE [DATASET]. */
const [releaseDir, dataset = 'seeds/england'] = process.argv.slice(2);
if (releaseDir === undefined) {
  console.error('Which release? npm run provision -- FOLDER-OF-THE-RELEASE [FOLDER-OF-THE-DATASET]');
  process.exit(2);
}

const PROGRAMME = [
  'id',
  'title',
  'institution',
  'award',
  'credits',
  'level',
  'stages',
  'leadsTo',
  'codes',
  'assumed',
  'remark',
];
const DELIVERY = [
  'id',
  'programme',
  'pace',
  'employment',
  'distance',
  'place.name',
  'place.latitude',
  'place.longitude',
  'place.region',
  'place.district',
  'months',
  'releaseDays',
  'fee.perStage',
  'entryPoints',
  'paced',
  'firstEntry',
  'assumed',
  'remark',
];

const joined = (list: readonly (string | number)[] | undefined): string | undefined => list?.join(';');
const programmeCells = (row: ProgrammeRow) => ({ ...row, leadsTo: joined(row.leadsTo), codes: joined(row.codes) });
const deliveryCells = ({ place = {}, fee, ...row }: DeliveryRow) => ({
  ...row,
  ...Object.fromEntries(Object.entries(place).map(([field, value]) => [`place.${field}`, value])),
  'fee.perStage': joined(fee.perStage),
  months: joined(row.months),
});

const { institutions } = loadDataset(join(dataset, 'places')).rows;
const { programmes, deliveries, ledger } = convert(readRelease(releaseDir), readTables(), institutions);

/** Rows of one folder share its defaults, so full-time and part-time deliveries have one each. */
const write = (file: string, text: string): void => {
  const path = join(dataset, 'provision', file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
};
write('programmes/programmes.csv', csvOf(PROGRAMME, programmes.map(programmeCells)));
for (const pace of ['full-time', 'part-time'])
  write(`${pace}/deliveries.csv`, csvOf(DELIVERY, deliveries.filter((row) => row.pace === pace).map(deliveryCells)));
const account = ledgerText(ledger);
write('LEDGER.md', account);
console.log(account);
