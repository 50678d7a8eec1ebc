import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../src/files/dataset.js';
import { data, load, loadWith, told } from './load.js';

const REGION = 'regions:\n  - {id: r, name: R, kind: other, source: {document: D}, basis: assumed}\n';
const only = (files: Record<string, string | Uint8Array>): string[] => load(files).problems.map(told);

describe('a dataset that is right', () => {
  const { rows, problems } = loadDataset(data('small'));

  test('has no problems, and learners and README are left out', () => {
    expect(problems).toEqual([]);
    expect(rows.modules.map(({ id }) => id)).toEqual(['fd-1', 'fd-2', 'rn-1', 'rn-2', 'rn-3']);
  });

  test('cells of a table become what their column stands for', () => {
    expect(rows.deliveries).toEqual([
      {
        id: 'upton-fd-pt',
        programme: 'upton-fd',
        pace: 'part-time',
        employment: 'beside',
        months: [12, 12],
        releaseDays: 1,
        fee: { perStage: [2500, 2500.5] },
        entryPoints: [{ stage: 1, months: [9] }],
        paced: 'cohort',
        place: { region: 'letb-north-east' },
        assumed: { releaseDays: 'usual for such courses' },
        source: { document: 'Prospectus', url: 'https://example.org', clause: 'page 3' },
        basis: 'assumed',
      },
      {
        id: 'upton-rn-ft',
        programme: 'upton-rn',
        pace: 'full-time',
        employment: 'none',
        months: [12, 12, 12],
        releaseDays: 5,
        fee: { perStage: [9535, 9535, 9535] },
        entryPoints: [
          { stage: 1, months: [9, 1] },
          { stage: 2, months: [9] },
        ],
        paced: 'cohort',
        source: { document: 'Prospectus', url: 'https://example.org' },
        basis: 'assumed',
      },
    ]);
  });

  test("a file's own defaults go before its folder's, and a row's own source before both", () => {
    expect(rows.regions[0]).toMatchObject({
      source: { document: 'Invented for tests', date: '2026-01' },
      basis: 'illustrative',
    });
    expect(rows.policies[0]).toMatchObject({ source: { document: 'NMC standards' }, basis: 'published' });
  });

  test('the defaults of a folder are not those of the folders in it', () => {
    expect(
      load({
        'defaults.yaml': 'defaults: {basis: assumed}',
        'below/a.yaml': REGION.replace(', basis: assumed', ''),
      }).problems.map(told),
    ).toEqual([
      'below/a.yaml:2 regions.r.basis: `basis` is missing, which is published, assumed or illustrative: say so in the row, or once for all rows in the `defaults` of the file.',
    ]);
  });
});

describe('files that cannot be read', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['a.yaml', '', 'a.yaml:1 this file is empty: write rows in it, or delete it.'],
    [
      'a.yaml',
      '# nothing yet\n',
      'a.yaml:1 this file holds nothing: it must be a mapping from kinds to lists of rows, such as `modules:` and below it `- id: ...`.',
    ],
    [
      'a.yaml',
      Buffer.from('\ufeffregions: []', 'utf16le'),
      'a.yaml:1 this file is written in UTF-16 (little-endian): save it as UTF-8.',
    ],
    [
      'a.csv',
      Buffer.from('id,name', 'utf16le'),
      'a.csv:1 this file is written in UTF-16 or is not text at all: save it as UTF-8.',
    ],
    [
      'a.yaml',
      Buffer.from('regions: []\n# caf\xe9\n', 'latin1'),
      'a.yaml:2 this line holds bytes that are not UTF-8 (it may be Windows-1252): save the file as UTF-8.',
    ],
    [
      'a.xlsx',
      'PK',
      'a.xlsx a dataset is read from .yaml, .yml, .json and .csv files: convert this file or take it away.',
    ],
    [
      'a.yaml',
      Buffer.alloc(50 * 1024 * 1024 + 1, 32),
      'a.yaml:1 this file has 51 MB, and at most 50 MB are read: split it into several files.',
    ],
    [
      'a.json',
      '{"regions": [], "regions": []}',
      'a.json:1 this field is given twice in the same row: keep one of the two.',
    ],
    [
      'a.json',
      '{"regions": [\n{"id": "r",}\n',
      'a.json:3 a character is missing here, such as a closing quote or bracket or the colon after a field name.',
    ],
    [
      'a.yaml',
      "regions: []\n# Health\npools: 'open\n",
      'a.yaml:4 a character is missing here, such as a closing quote or bracket or the colon after a field name.',
    ],
    [
      'a.yaml',
      aliases(),
      'a.yaml:1 aliases in this file (`*name`) stand for far more than is written: write the rows out.',
    ],
    [
      'defaults.yaml',
      REGION,
      'defaults.yaml:1 this file gives defaults to its folder and may hold nothing but `defaults:`: move its rows into a file of another name.',
    ],
  ])('%s', (name, content, sentence) => {
    expect(only({ [name]: content })).toContain(sentence);
  });

  test('a byte order mark is no harm', () => {
    expect(only({ 'a.yaml': `\ufeff${REGION}`, 'modules.csv': '\ufeffid,title\n' })).toEqual([]);
  });

  test('what might stand in an unread file is not said to be missing', () => {
    expect(
      loadWith({
        'zz.yaml': 'modules: [',
        'zzz.yaml':
          'defaults: {source: {document: D}, basis: assumed}\npools: [{id: p, name: P, places: 1, within: q}]',
      }).problems.map(({ code }) => code),
    ).toEqual(['SYNTAX']);
  });

  test('neither is what might be wrong only for want of a row that has the wrong shape', () => {
    const { problems } = loadWith({
      'zz.yaml':
        'defaults: {source: {document: D}, basis: assumed}\nmodules: [{id: m, title: M}]\nmappings: [{id: x, sources: [fd-1], targets: [m], strength: discretion, status: agreed}]',
    });
    expect([...new Set(problems.map(({ field }) => field?.split('.')[0]))]).toEqual(['modules']);
  });

  test("a folder that is not there is the caller's to explain", () => {
    expect(() => loadDataset(data('nowhere'))).toThrow(/ENOENT/);
  });
});

describe('tables', () => {
  const HEAD = 'id,name,kind,source.document,basis';
  test.each([
    [
      'regions.csv',
      `${HEAD}\nr,R,LETBB,D,assumed\n`,
      ['regions.csv:2 regions.r.kind: `kind` is `LETBB`: it must be one of LETB, nation, other. Did you mean `LETB`?'],
    ],
    [
      'regions-north.csv',
      `${HEAD},colour\nr,R,LETB,D,assumed,red\n`,
      [
        'regions-north.csv:1 colour: regions have no field `colour`. The fields are from, to, source.document, source.clause, source.url, source.date, basis, assumed, remark, id, name, kind, codes, names.',
      ],
    ],
    [
      'regions.csv',
      `${HEAD.replace('document', 'documnet')}\nr,R,LETB,D,assumed\n`,
      [
        'regions.csv:1 source.documnet: regions have no field `source.documnet`. Did you mean `source.document`?',
        'regions.csv:1 source: `source` is missing, which says where the fact was read: say so in the row, or once for all rows in the `defaults` of the file. No row of this table gives it: add the column.',
      ],
    ],
    [
      'region.csv',
      HEAD,
      [
        'region.csv:1 the name of a CSV file begins with the kind of its rows, as in `deliveries-part-time.csv`, and `region` is none. Did you mean `regions`?',
      ],
    ],
    [
      'regions.csv',
      `id,name,source.document,basis\nr,R,D,assumed\ns,S,D,assumed\n`,
      [
        'regions.csv:1 kind: `kind` is missing. Give one of LETB, nation, other. No row of this table gives it: add the column.',
      ],
    ],
    [
      'regions.csv',
      `${HEAD}\nr,"R\nof two lines",LETB,D,assumed\n\ns,S,LETB\n`,
      [
        'regions.csv:5 this row has 3 cells and the header 5: a comma is missing or too many (text that holds a comma needs quotes).',
      ],
    ],
    [
      'regions.csv',
      `${HEAD},names\nr,R,LETB,D,assumed,[{]\n`,
      [
        'regions.csv:2 names: `names` cannot be read: what is not a simple value or a list with `;` is written as JSON, as in [{"stage": 1, "months": [9]}].',
      ],
    ],
    [
      'regions.csv',
      `${HEAD},id\nr,R,LETB,D,assumed,s\n`,
      ['regions.csv:1 id: the column `id` is there twice: keep one of the two.'],
    ],
    [
      'regions.csv',
      `${HEAD},\nr,R,LETB,D,assumed,\n`,
      ['regions.csv:1 : column 6 has no name: give it one, or take it away.'],
    ],
    [
      'regions.csv',
      `${HEAD}\nr,"R,LETB,D,assumed\n`,
      [
        'regions.csv:2 a quote is opened in this file and never closed: close it, or double a quote that belongs to the text.',
      ],
    ],
    [
      'regions.csv',
      `${HEAD}\nr,R "North" R,LETB,D,assumed\n`,
      [
        'regions.csv:2 a quote stands in the middle of a cell: put the whole cell in quotes and double the quotes within.',
      ],
    ],
    [
      'regions.csv',
      `${HEAD},__proto__.polluted\nr,R,LETB,D,assumed,1\n`,
      [
        'regions.csv:1 __proto__.polluted: regions have no field `__proto__.polluted`. The fields are from, to, source.document, source.clause, source.url, source.date, basis, assumed, remark, id, name, kind, codes, names.',
      ],
    ],
  ])('%s: %j', (name, text, sentences) => {
    expect(only({ [name]: text })).toEqual(sentences);
  });

  test('20,000 rows are read in seconds', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `m${index},Module ${index},upton,20,5,${index === 0 ? '' : `m${index - 1}`},D,assumed`,
    );
    const before = Date.now();
    const { problems } = loadWith({
      'modules.csv': `id,title,institution,credits,level,prerequisites,source.document,basis\n${rows.join('\n')}\n`,
    });
    expect(problems).toEqual([]);
    expect(Date.now() - before).toBeLessThan(15_000);
  });
});

/** Ten lists, each of ten of the one before. */
function aliases(): string {
  const lists = Array.from(
    { length: 9 },
    (_, index) => `l${index + 1}: &l${index + 1} [${Array(10).fill(`*l${index}`).join(', ')}]`,
  );
  return `l0: &l0 [x]\n${lists.join('\n')}\n`;
}
