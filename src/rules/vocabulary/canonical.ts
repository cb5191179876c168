import { foldSearch } from "../text.ts";
import { vocabulary } from "./entries.ts";
import type { TypedField } from "./suggest.ts";

/** The vocabulary's spelling of a term or of another name for it; any other term as it is. */
export function canonical(field: TypedField, term: string): string {
  const search = foldSearch(term);
  const known = vocabulary[field];
  const found =
    known.find((entry) => entry.search === search) ?? known.find(({ aliases }) => aliases.includes(search));
  return found?.term ?? term;
}
