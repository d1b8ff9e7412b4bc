/** What may be done for a question, as settings and permissions are at this moment. */
import type { Cache } from '@/utils/cache/cache';
import { policyUrl } from '@/utils/network/policy-fetcher';
import { mayFetch } from '@/utils/permissions/held-permissions';
import type { Settings } from '@/utils/settings/settings';
import { resolverUrls } from '@/utils/settings/settings-store';
import type { AnswerKind } from './answers';
import type { LookUp, LookUpKind } from './look-ups';
import type { NewDomainLimit } from './new-domain-limit';
import type { LookUpReports } from './report-look-ups';
import type { Means } from './verdicts';

/** The parts that live as long as the worker. */
export interface Parts {
  readonly cacheFor: (incognito: boolean) => Cache;
  readonly lookUps: (kind: LookUpKind) => LookUp;
  readonly reportLookUps: (kind: AnswerKind) => LookUpReports;
  readonly limit: NewDomainLimit;
}

/** Who asks, and whether by a click that allows reading this one domain's policy. */
export interface Asking {
  readonly domain: string;
  readonly incognito: boolean;
  readonly policyClick: boolean;
}

/** null where no resolver is chosen, which valid settings never are. */
export async function meansFor(parts: Parts, settings: Settings, asking: Asking): Promise<Means | null> {
  const resolvers = resolversOf(settings);
  if (resolvers === null) return null;
  const readsPolicies = await mayReadPolicy(settings, asking);
  const { incognito } = asking;
  return {
    resolver: resolvers[0],
    cache: parts.cacheFor(incognito),
    lookUp: parts.lookUps({ resolvers, readPolicies: readsPolicies, incognito }),
    readsPolicies,
    limit: parts.limit,
  };
}

/** The resolvers that may be asked, in order; null where none is chosen. */
export function resolversOf(settings: Settings): AnswerKind['resolvers'] | null {
  const [first, ...others] = resolverUrls(settings);
  return first === undefined ? null : [first, ...others];
}

/** Settings decide, the permission only enables: both are needed, and in "ask" the click for this domain. */
async function mayReadPolicy(settings: Settings, { domain, policyClick }: Asking): Promise<boolean> {
  const wanted = settings.policies === 'always' || (settings.policies === 'ask' && policyClick);
  const url = wanted ? policyUrl(domain) : null;
  return url !== null && (await mayFetch(url));
}
