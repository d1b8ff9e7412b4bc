/**
 * What the user decided. Settings decide, permissions only enable: holding a permission never means
 * consent (docs/permissions.md).
 */
import { DEFAULT_RESOLVER } from './resolvers';

/** Whether MTA-STS policy files are fetched from the recipients' domains. */
export type PolicyReading = 'never' | 'ask' | 'always';

/** Everything the user can choose; plain data. */
export interface Settings {
  /** The one click of the welcome page; null until then, and nothing leaves the machine before it. */
  readonly consent: { readonly at: number } | null;
  readonly resolver: {
    /** Id of `RESOLVERS`, or "custom". */
    readonly id: string;
    /** Only for "custom": an https URL. */
    readonly url: string | null;
  };
  /** Ids of `RESOLVERS` asked in turn when the chosen one fails; none unless the user says so. */
  readonly fallbacks: readonly string[];
  readonly policies: PolicyReading;
  /** Id of the sender table: who sends the user's mail where neither webmail nor address tells; null: not said. */
  readonly provider: string | null;
  /** Ids of mainstream webmails (in the manifest) the user switched off. */
  readonly webmailsOff: readonly string[];
  /** Origins of self-hosted webmails the user added, "https://mail.example.org". */
  readonly origins: readonly string[];
}

/** Before anybody chose anything: no consent, so nothing is looked up. */
export const DEFAULT_SETTINGS: Settings = {
  consent: null,
  resolver: { id: DEFAULT_RESOLVER.id, url: null },
  fallbacks: [],
  policies: 'never',
  provider: null,
  webmailsOff: [],
  origins: [],
};
