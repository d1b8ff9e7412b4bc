/** The DNS-over-HTTPS resolvers on offer (RFC 8484). Only the one the user chose is ever asked. */
export interface Resolver {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Where its operator says what it does with queries. */
  readonly privacyPolicy: string;
  /** Answers names it thinks harmful with a made-up "does not exist". */
  readonly filters: boolean;
}

export const RESOLVERS: readonly Resolver[] = [
  {
    id: 'quad9',
    name: 'Quad9',
    url: 'https://dns.quad9.net/dns-query',
    privacyPolicy: 'https://quad9.net/privacy/policy/',
    filters: true,
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    url: 'https://cloudflare-dns.com/dns-query',
    privacyPolicy: 'https://developers.cloudflare.com/1.1.1.1/privacy/public-dns-resolver/',
    filters: false,
  },
  {
    id: 'google',
    name: 'Google',
    url: 'https://dns.google/dns-query',
    privacyPolicy: 'https://developers.google.com/speed/public-dns/privacy',
    filters: false,
  },
  {
    id: 'mullvad',
    name: 'Mullvad',
    url: 'https://dns.mullvad.net/dns-query',
    privacyPolicy: 'https://mullvad.net/en/help/no-logging-data-policy',
    filters: false,
  },
];

/** The resolver asked unless the user chooses another; the only one among the manifest's required hosts. */
export const DEFAULT_RESOLVER = RESOLVERS[0] as Resolver;
