/**
 * The contract of a webmail: how to find compose windows and recipients in its pages, as data.
 * One file per webmail; the file name is its id. Selectors are facts about other people's pages, so each
 * file opens with since when and from where they are known. Plain data, because the background hands a
 * page only what it may be: the content script carries no table.
 */
export type RecipientField = 'to' | 'cc' | 'bcc';

/** Where an address stands in or under a recipient element. Tried in order; the first that yields an "@" wins. */
export type Extractor =
  /** An attribute of the element, or of the first descendant matching `on`. */
  | { readonly attribute: string; readonly on?: string }
  /** The value of an input or textarea: itself, or a descendant matching. */
  | { readonly value: string }
  /**
   * The text of the element (for an empty selector) or of the first descendant matching, of a list that of
   * the chosen option; with `pick`, only what the first group of that regular expression takes from it.
   */
  | { readonly text: string; readonly pick?: string };

/** Alternatives stand side by side (old and new layouts); the first that matches wins. */
export type Selectors = readonly string[];

/** A way to find compose windows. What several ways find is the same window if one holds the other. */
export type ComposeFinder =
  /** Counts only if it holds a recipient field: pages leave emptied roots behind. */
  | { readonly root: string }
  /** No root of its own: from each anchor up to the nearest ancestor that holds all of these. */
  | { readonly anchor: string; readonly holding: Selectors };

export interface Webmail {
  readonly id: string;
  readonly name: string;
  /** Match patterns of mainstream hosts in the manifest; empty for a webmail only found self-hosted. */
  readonly matches: readonly string[];
  /** For webmails at any address: the page is this webmail only if this matches. */
  readonly detect?: string;
  readonly compose: readonly ComposeFinder[];
  readonly fields: Readonly<Record<RecipientField, Selectors>>;
  /** Inside a field, or the field element itself. */
  readonly chip: Selectors;
  readonly address: readonly Extractor[];
  /** Where the writer's own address stands in the compose window, tried in order. */
  readonly from: readonly Extractor[];
  /** Inputs with an address typed but not yet turned into a chip; inside a field, or the field itself. */
  readonly typed: Selectors;
  /** A textarea that holds the whole list, kept by the page itself: what will be sent. */
  readonly list?: Readonly<Record<RecipientField, string>>;
  /** Shown instead of the fields while they are folded away. */
  readonly summary?: { readonly when: string; readonly chip: string; readonly address: readonly Extractor[] };
  /** Where the notice goes; never inside a chip or editable text. */
  readonly notice: readonly NoticePlace[];
  /** The page measures its compose window itself and must be told that something was added. */
  readonly remeasure?: boolean;
  /** Never read as recipients: reply-to, search, attachments. */
  readonly exclude: Selectors;
  /** Expected while a compose window is open; a miss means this file is out of date. */
  readonly canary: Selectors;
}

export interface NoticePlace {
  readonly selector: string;
  readonly where: 'before' | 'after' | 'prepend' | 'append';
}
