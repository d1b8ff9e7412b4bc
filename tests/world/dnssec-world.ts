/** The tree of DNSSEC zones behind a validating resolver, apart from the world of mail. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAuthority } from '../../scripts/lab/certificates';
import { makeScratchDirectory } from '../../scripts/lab/scratch-directory';
import { StartedParts, type Stoppable } from '../../scripts/lab/stop-all';
import { DNSSEC_ZONES } from './dnssec-zones';
import { startResolver, type Resolver } from './resolver';
import { signZones } from './sign-zones';

export interface DnssecWorld extends Stoppable {
  readonly resolver: Resolver;
  readonly dohUrl: string;
  /** PEM of the authority the resolver's certificate is from. */
  readonly ca: string;
  /** DS lines of the private root. */
  readonly rootAnchorFile: string;
  /** The same as delv wants it. */
  readonly delvAnchorFile: string;
}

/** Signs and serves the tree; stops everything if a part does not start. */
export async function startDnssecWorld(): Promise<DnssecWorld> {
  const parts = new StartedParts();
  const { path: directory } = parts.keep(await makeScratchDirectory('dnssec'));
  try {
    const authority = await makeAuthority(join(directory, 'authority'));
    const [tree, certificate] = await Promise.all([
      signZones(DNSSEC_ZONES, join(directory, 'zones')),
      authority.issue('localhost'),
    ]);
    const place = join(directory, 'resolver');
    const plan = { directory: place, tree, certificate, stalled: [], silentPort: 0 };
    const resolver = parts.keep(await startResolver(plan));
    const delvAnchorFile = join(directory, 'delv.anchors');
    await writeFile(delvAnchorFile, delvAnchors(await readFile(tree.rootAnchorFile, 'utf8')));
    return {
      resolver,
      dohUrl: `https://localhost:${resolver.port}/dns-query`,
      ca: await readFile(authority.caFile, 'utf8'),
      rootAnchorFile: tree.rootAnchorFile,
      delvAnchorFile,
      stop: () => parts.stopAll(),
    };
  } catch (error) {
    await parts.stopAll();
    throw error;
  }
}

function delvAnchors(lines: string): string {
  const anchors = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [owner = '', , , tag = '', algorithm = '', type = '', ...digest] = line.split(/\s+/);
      return `${owner} static-ds ${tag} ${algorithm} ${type} "${digest.join('')}";`;
    });
  return `trust-anchors {\n${anchors.join('\n')}\n};\n`;
}
