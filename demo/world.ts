/** The little internet of the demo: resolver, policy hosts and mailboxes on loopback, under an authority of their own. */
import { makeAuthority } from '../scripts/lab/certificates';
import type { HostMap } from '../scripts/lab/host-map';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import type { DemoDomain } from './domain';
import { dohHandler } from './doh-server';
import { mailboxSites } from './mailbox/site';
import { policySites } from './policy-site';
import { startSites } from './site-server';

export interface DemoWorld {
  /** Certificate of the authority, PEM. */
  readonly caFile: string;
  /** Every https host that exists, with its port. */
  readonly hosts: HostMap;
  /** Questions the resolver was asked so far, "name TYPE". */
  readonly questions: readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * Starts it all; the resolver stands at the address of the extension's default one.
 * @param directory for the authority's files
 */
export async function startWorld(zone: readonly DemoDomain[], directory: string): Promise<DemoWorld> {
  const questions: string[] = [];
  const resolver = {
    host: new URL(DEFAULT_RESOLVER.url).hostname,
    handle: dohHandler(zone, (question) => questions.push(question)),
  };
  const sites = [resolver, ...policySites(zone), ...(await mailboxSites(zone))];
  const authority = await makeAuthority(directory);
  const server = await startSites(authority, sites);
  return {
    caFile: authority.caFile,
    hosts: Object.fromEntries(sites.map((site) => [site.host, server.port])),
    questions,
    stop: server.stop,
  };
}
