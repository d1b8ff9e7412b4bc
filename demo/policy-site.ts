/** The policy host of a demo domain, https://mta-sts.DOMAIN (RFC 8461 §3.3). */
import type { DemoDomain, PolicyBehaviour } from './domain';
import { send } from './site';
import type { Handle, Site } from './site';

const PATH = '/.well-known/mta-sts.txt';

/** The policy hosts of all domains that have one. */
export function policySites(zone: readonly DemoDomain[]): Site[] {
  return zone.flatMap(({ domain, policy }) => {
    if (!policy) return [];
    const site = { host: `mta-sts.${domain}`, handle: policyHandler(policy) };
    return policy.kind === 'wrong-certificate' ? [{ ...site, flaw: 'wrong-name' as const }] : [site];
  });
}

function policyHandler(policy: PolicyBehaviour): Handle {
  return (request, response) => {
    if (policy.kind === 'not-found' || request.url !== PATH) {
      send(response, 404, 'text/plain', 'Not found');
    } else if (policy.kind === 'redirects') {
      response.writeHead(302, { location: policy.to });
      response.end();
    } else {
      send(response, 200, 'text/plain', policy.text);
    }
  };
}
