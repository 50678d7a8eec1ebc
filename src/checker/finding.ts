/** Something in an assessment that is not right: where, as a path into it, and what, in a sentence. */
export interface Finding {
  where: string;
  says: string;
}
