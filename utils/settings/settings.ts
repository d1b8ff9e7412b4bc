/**
 * What the user decided. Settings decide, permissions only enable: holding a permission never means
 * consent (docs/permissions.md).
 */
export type PolicyReading = 'never' | 'ask' | 'always';

export interface Settings {
  /** The one click of the welcome page; null until then, and nothing leaves the machine before it. */
  readonly consent: { readonly at: number } | null;
  readonly resolver: {
    /** Id of `RESOLVERS`, or "custom". */
    readonly id: string;
    /** Only for "custom": an https URL. */
    readonly url: string | null;
  };
  readonly policies: PolicyReading;
  /** Ids of mainstream webmails (in the manifest) the user switched off. */
  readonly webmailsOff: readonly string[];
  /** Origins of self-hosted webmails the user added, "https://mail.example.org". */
  readonly origins: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  consent: null,
  resolver: { id: 'quad9', url: null },
  policies: 'never',
  webmailsOff: [],
  origins: [],
};
