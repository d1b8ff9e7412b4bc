/** One thing that is known of a domain, ready to be shown: what, how it is known, and from whom. */
import type { Basis } from '@/utils/verdict/reason';

export interface Fact {
  /** Name of the fact; null where the value is a sentence that speaks for itself. */
  readonly label: string | null;
  readonly value: string;
  /** null for what needs no source, such as when this was checked. */
  readonly from: { readonly basis: Basis; readonly source: string } | null;
}
