import type { Catalogue } from '../graph/catalogue.js';

/** What a module, a programme or an institution is called; the id itself of whatever else it is. */
export type Titles = (id: string) => string;

export const titlesOf =
  ({ modules, programmes, institutions }: Catalogue): Titles =>
  (id) =>
    modules.get(id)?.title ?? programmes.get(id)?.title ?? institutions.get(id)?.name ?? id;
