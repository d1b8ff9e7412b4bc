/**
 * The contract of a webmail: how to find compose windows and recipients in its pages, as data.
 * One file per webmail; the file name is its id. Selectors are facts about other people's pages, so
 * each says since when and from where they are known.
 */
export type RecipientField = 'to' | 'cc' | 'bcc';

/** Where an address stands in or under a recipient element. Tried in order; the first that yields text wins. */
export type Extractor =
  /** An attribute of the element, or of the first descendant matching `on`. */
  | { readonly attribute: string; readonly on?: string }
  /** The value of an input or textarea, itself or a descendant. */
  | { readonly value: string }
  /** The text of the element, or of the first descendant matching. */
  | { readonly text: string };

/** Alternatives stand side by side (old and new layouts); the first that matches wins. */
export type Selectors = readonly string[];

export interface Webmail {
  readonly id: string;
  readonly name: string;
  /** Match patterns of mainstream hosts in the manifest; empty for a webmail only found self-hosted. */
  readonly matches: readonly string[];
  /** For webmails at any address: the page is this webmail only if this matches. */
  readonly detect?: string;
  readonly compose:
    | { readonly root: Selectors }
    /** No root of its own: from each anchor up to the nearest ancestor that holds all of these. */
    | { readonly anchor: Selectors; readonly holding: Selectors };
  readonly fields: Readonly<Record<RecipientField, Selectors>>;
  readonly chip: Selectors;
  readonly address: readonly Extractor[];
  /** Inputs with an address typed but not yet turned into a chip. */
  readonly typed: Selectors;
  /** A textarea that holds the whole list, kept by the page itself. */
  readonly list?: Readonly<Partial<Record<RecipientField, string>>>;
  /** Shown instead of the fields while they are folded away. */
  readonly summary?: { readonly when: string; readonly chip: string; readonly address: readonly Extractor[] };
  /** Where the notice goes; never inside a chip or editable text. */
  readonly notice: readonly {
    readonly selector: string;
    readonly where: 'before' | 'after' | 'prepend' | 'append';
  }[];
  /** Never read as recipients: reply-to, search, attachments. */
  readonly exclude: Selectors;
  /** Expected while a compose window is open; a miss means this file is out of date. */
  readonly canary: Selectors;
  readonly source: { readonly what: string; readonly asOf: string };
}
