/**
 * The shape of every message, checked by whoever receives one from a place it does not trust. Lengths are
 * bounded, so that a page cannot fill memory; unknown fields are dropped.
 */
import * as v from 'valibot';
import { LEVELS } from '@/utils/verdict/level';
import type { ComposeListReply, ExtensionPageRequest, PageRequest } from './protocol';

/** A domain name has at most 253 characters (RFC 1035 §2.3.4 as text); a literal is shorter. */
const domain = v.pipe(v.string(), v.nonEmpty(), v.maxLength(253));
/** The writer's own; null where the page does not show it. */
const from = v.nullable(domain);
const webmail = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const compose = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const place = v.object({ tab, compose });
const level = v.picklist(LEVELS);

/** What a content script may ask. */
export const pageRequestSchema = v.variant('kind', [
  v.object({ kind: v.literal('hello') }),
  v.object({ kind: v.literal('check'), webmail, compose, domain, from }),
  v.object({ kind: v.literal('badge'), level: v.nullable(level), checking: v.boolean() }),
  v.object({ kind: v.literal('open-details'), domain: v.nullable(domain) }),
]) satisfies v.GenericSchema<unknown, PageRequest>;

/** What the extension's own pages may ask. */
export const extensionPageRequestSchema = v.variant('kind', [
  v.object({ kind: v.literal('verdict'), webmail, domain, from, place }),
  v.object({ kind: v.literal('recheck'), webmail, domain, from, place, readPolicy: v.boolean() }),
  v.object({ kind: v.literal('reports'), domain, place }),
  v.object({ kind: v.literal('settings-changed') }),
]) satisfies v.GenericSchema<unknown, ExtensionPageRequest>;

/** More recipients than this are not shown; the page says "limited" long before. */
const MOST_RECIPIENTS = 20_000;

const recipient = v.object({
  field: v.picklist(['to', 'cc', 'bcc']),
  text: v.pipe(v.string(), v.maxLength(1000)),
  domain: v.nullable(domain),
});

/** What a content script tells the popup. A page cannot write it, but what is in it comes from the page. */
export const composeListReplySchema = v.object({
  webmail,
  composes: v.array(
    v.object({
      id: compose,
      from,
      recipients: v.pipe(v.array(recipient), v.maxLength(MOST_RECIPIENTS)),
      limited: v.boolean(),
    }),
  ),
}) satisfies v.GenericSchema<unknown, ComposeListReply>;
