import { loadDataset } from './dataset.js';

/** Prints every problem of the dataset in the folder given, one a line, and ends with 1 where there is any. */
const dir = process.argv[2];
if (dir === undefined) {
  console.error('Which folder? npx tsx src/files/report.ts FOLDER');
  process.exit(2);
}
const { rows, problems, remarks } = loadDataset(dir);
for (const [list, lead] of [
  [problems, ''],
  [remarks, 'remark: '],
] as const)
  for (const { file, line, field, message } of list)
    console.log(
      `${lead}${file ?? dir}${line === undefined ? '' : `:${line}`}: ${field === undefined ? '' : `${field}: `}${message}`,
    );
const counts = Object.entries(rows)
  .filter(([, list]) => list.length > 0)
  .map(([kind, list]) => `${list.length} ${kind}`);
console.log(
  `${counts.join(', ') || 'no rows'}; ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
