import type { Certificate } from '../../scripts/lab/certificates';
import type { HostMap } from '../../scripts/lab/host-map';

export interface WebmailFacts {
  /** With final slash. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Where sent messages are kept: see sentMessages(). */
  readonly sentDir: string;
}

/** Where everything in a running world is: plain data, to hand to other processes. */
export interface WorldFacts {
  /** https://localhost:PORT/dns-query; the same resolver stands at https://dns.quad9.net in the host map. */
  readonly dohUrl: string;
  /** DS record of the private root. */
  readonly rootAnchorFile: string;
  /** Signed zone files by origin. */
  readonly zoneFiles: Readonly<Record<string, string>>;
  /** Of every mail server of the world. */
  readonly mailCertificate: Certificate;
  /** The private authority, PEM. */
  readonly caFile: string;
  /** Its directory: openAuthority() makes more certificates of it. */
  readonly authorityDir: string;
  /** Each https host of the world and its loopback port. */
  readonly hostMap: HostMap;
  /** Port of the policy hosts. */
  readonly policyPort: number;
  /** See queriesSince(). */
  readonly queryLog: string;
  /** See policyRequestsSince(). */
  readonly policyLog: string;
  /** Roundcube; null if it was not started. */
  readonly webmail: WebmailFacts | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    world: WorldFacts;
  }
}
