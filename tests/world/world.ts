/**
 * The world: a little internet of real programs on loopback, made from one table of domains. Everything
 * runs on free ports, below a directory of its own, and is stopped at the end whatever happens.
 */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAuthority, type CertificateAuthority } from '../../scripts/lab/certificates';
import type { HostMap } from '../../scripts/lab/host-map';
import { makeScratchDirectory } from '../../scripts/lab/scratch-directory';
import { StartedParts, type Stoppable } from '../../scripts/lab/stop-all';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import { DOMAINS } from './domains';
import { makeMailIdentity, type MailIdentity } from './mail-pins';
import { startPolicyServer } from './policy-server';
import { startResolver, type Resolver } from './resolver';
import { signZones, type SignedTree } from './sign-zones';
import { startSilentNameServer } from './silent-name-server';
import { startWebmail } from './webmail';
import type { WorldFacts } from './world-facts';
import { filteredNames, stalledNames, zonesOf } from './zones';

export interface WorldParts {
  /** Roundcube, Dovecot and a sink for what they send; default true. */
  readonly webmail?: boolean;
}

export interface World extends Stoppable {
  readonly facts: WorldFacts;
  /** Makes certificates that the world's browsers trust. */
  readonly authority: CertificateAuthority;
}

/** The resolver the unmodified extension asks. */
const RESOLVER_HOST = new URL(DEFAULT_RESOLVER.url).hostname;

interface Site {
  readonly directory: string;
  readonly authority: CertificateAuthority;
  readonly parts: StartedParts;
}

/** Starts the world. If a part fails to start, everything is stopped and the promise rejects. */
export async function startWorld(wanted: WorldParts = {}): Promise<World> {
  const parts = new StartedParts();
  const { path: directory } = parts.keep(await makeScratchDirectory('world'));
  try {
    // The mail programs run as another user.
    await chmod(directory, 0o755);
    const authority = await makeAuthority(join(directory, 'authority'));
    const facts = await startParts({ directory, authority, parts }, wanted);
    return { facts, authority, stop: () => parts.stopAll() };
  } catch (error) {
    await parts.stopAll();
    throw error;
  }
}

async function startParts(site: Site, wanted: WorldParts): Promise<WorldFacts> {
  const { directory, authority, parts } = site;
  const policyLog = join(directory, 'policies.log');
  const webmailDir = join(directory, 'webmail');
  const starting = [
    startNames(site),
    startPolicyServer(DOMAINS, authority, policyLog).then((server) => parts.keep(server)),
    wanted.webmail === false ? Promise.resolve(null) : startWebmail(webmailDir, authority, parts),
  ] as const;
  // All of them come to an end before anything is stopped.
  await Promise.allSettled(starting);
  const [names, policies, webmail] = await Promise.all(starting);
  const policyHosts = policies.hosts.map((host) => [host, policies.port]);
  return {
    dohUrl: `https://localhost:${names.resolver.port}/dns-query`,
    rootAnchorFile: names.tree.rootAnchorFile,
    zoneFiles: Object.fromEntries(names.tree.files),
    mailCertificate: names.identity.certificate,
    caFile: authority.caFile,
    authorityDir: join(directory, 'authority'),
    hostMap: {
      ...(Object.fromEntries(policyHosts) as HostMap),
      [RESOLVER_HOST]: names.resolver.port,
      ...webmail?.hostMap,
    },
    policyPort: policies.port,
    queryLog: names.resolver.queryLog,
    policyLog,
    webmail: webmail?.facts ?? null,
  };
}

interface Names {
  readonly resolver: Resolver;
  readonly tree: SignedTree;
  readonly identity: MailIdentity;
}

async function startNames({ directory, authority, parts }: Site): Promise<Names> {
  const identity = await makeMailIdentity(DOMAINS, authority);
  const [tree, silent, certificate] = await Promise.all([
    signZones(zonesOf(DOMAINS, identity.pins), join(directory, 'zones')),
    startSilentNameServer().then((server) => parts.keep(server)),
    authority.issue(RESOLVER_HOST, { alsoFor: ['localhost'] }),
  ]);
  const place = join(directory, 'resolver');
  const outOfReach = { stalled: stalledNames(DOMAINS), filtered: filteredNames(DOMAINS) };
  const plan = { directory: place, tree, certificate, silentPort: silent.port, ...outOfReach };
  return { resolver: parts.keep(await startResolver(plan)), tree, identity };
}
