import { writeFileSync } from 'node:fs';
import { schemaText } from './schema.js';

/** Writes the emitted schema to where it is committed; a test keeps it current. */
writeFileSync(new URL('../../schema/stepladder.graphql', import.meta.url), schemaText());
