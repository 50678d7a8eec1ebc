import type { Named } from '../../../domain/credit-into.js';
import type { Id } from '../../../domain/fact.js';
import type { Catalogue } from '../../../graph/catalogue.js';

/** Something of the catalogue as people call it; by its id where the catalogue does not hold it. */
export const named = (catalogue: Catalogue, id: Id): Named => ({ id, title: titleOf(catalogue, id) });

/** The title of a module or programme, or the name of a qualification, institution or register part. */
export const titleOf = (catalogue: Catalogue, id: Id): string =>
  catalogue.modules.get(id)?.title ??
  catalogue.programmes.get(id)?.title ??
  catalogue.qualifications.get(id)?.name ??
  catalogue.institutions.get(id)?.name ??
  catalogue.registerParts.get(id)?.name ??
  id;

/** An institution by its name; null for none. */
export const institutionOf = (catalogue: Catalogue, id: Id | undefined): Named | null =>
  id === undefined ? null : named(catalogue, id);
