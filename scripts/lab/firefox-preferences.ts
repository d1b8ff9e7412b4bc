import type { FirefoxPlan } from './firefox';

/** The preferences of a Firefox in a little world: a proxy for everything, nothing on its own account. */
export function firefoxPreferences(
  plan: FirefoxPlan,
  extensionId: string,
  extensionHost: string,
): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionHost }),
    // Accepts permissions.request, if it is made from a real click.
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.originControls.grantByDefault': plan.grantRequiredHosts ?? true,
    // For extensions that lie in the profile.
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.startupScanScopes': 15,
    'intl.accept_languages': plan.locale ?? 'en-US',
    'intl.locale.requested': plan.locale ?? 'en-US',
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': plan.proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': plan.proxyPort,
    'network.proxy.no_proxies_on': '127.0.0.1',
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.dns.disablePrefetch': true,
    'security.OCSP.enabled': 0,
    'dom.push.connection.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    ...plan.extraPreferences,
  };
}
