/** Stored settings, checked on every load: whatever is broken falls back by itself and takes nothing else along. */
import * as v from 'valibot';
import { parseResolverUrl } from './resolver-url';
import { RESOLVERS } from './resolvers';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { webmailOrigin } from './webmail-origin';

/** Raised when the shape of `Settings` changes; `migrate` then says how to come from the one before. */
export const SETTINGS_VERSION = 1;

/** Settings as they lie in storage. */
export interface StoredSettings extends Settings {
  readonly version: number;
}

const resolverId = v.pipe(
  v.string(),
  v.check((id) => RESOLVERS.some((resolver) => resolver.id === id)),
);
const customUrl = v.pipe(
  v.string(),
  v.check((url) => parseResolverUrl(url).ok),
);
const resolverSchema = v.union([
  v.object({ id: v.literal('custom'), url: customUrl }),
  v.object({ id: resolverId, url: v.null() }),
]);
const consentSchema = v.nullable(v.object({ at: v.pipe(v.number(), v.integer(), v.minValue(0)) }));
const policiesSchema = v.picklist(['never', 'ask', 'always']);
/** Any id: this version may not know what a newer one stored. */
const providerSchema = v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)));
const originSchema = v.pipe(
  v.string(),
  v.check((origin) => webmailOrigin(origin) === origin),
);

/**
 * Reads what storage returned; never fails.
 *
 * A resolver that cannot be read takes the consent with it: consent was given to asking that resolver,
 * and only resolvers the user chose are asked.
 */
export function readSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return DEFAULT_SETTINGS;
  const resolver = v.safeParse(resolverSchema, stored.resolver);
  const consent = valueOr(consentSchema, stored.consent, null);
  return {
    consent: resolver.success ? consent : null,
    resolver: resolver.success ? resolver.output : DEFAULT_SETTINGS.resolver,
    fallbacks: eachOf(resolverId, stored.fallbacks),
    policies: valueOr(policiesSchema, stored.policies, DEFAULT_SETTINGS.policies),
    provider: valueOr(providerSchema, stored.provider, null),
    webmailsOff: eachOf(v.string(), stored.webmailsOff),
    origins: eachOf(originSchema, stored.origins),
  };
}

function valueOr<T>(schema: v.GenericSchema<unknown, T>, value: unknown, fallback: T): T {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : fallback;
}

/** The good entries of a list, each once; none where there is no list. */
function eachOf(schema: v.GenericSchema<unknown, string>, value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const good = value.filter((entry): entry is string => v.is(schema, entry));
  return [...new Set(good)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
