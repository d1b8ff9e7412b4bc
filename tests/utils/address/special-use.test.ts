import { describe, expect, it } from 'vitest';
import { isSpecialUse } from '@/utils/address/special-use';

describe('isSpecialUse', () => {
  it.each([
    ['printer.local', 'RFC 6762'],
    ['local', 'RFC 6762'],
    ['mail.corp.internal', 'reserved for private use'],
    ['abcdefghijklmnop.onion', 'RFC 7686'],
    ['localhost', 'RFC 6761 §6.3'],
    ['mail.localhost', 'RFC 6761 §6.3'],
    ['x.invalid', 'RFC 6761 §6.4'],
    ['nas.home.arpa', 'RFC 8375'],
    ['home.arpa', 'RFC 8375'],
    ['name.alt', 'RFC 9476'],
    ['intranet', 'single label'],
  ])('%s is not looked up: %s', (domain) => {
    expect(isSpecialUse(domain)).toBe(true);
  });

  it.each([
    ['example.test', 'private deployments and tests use it'],
    ['example.example', 'gives nothing away'],
    ['example.com', 'public'],
    ['notlocal.example', 'only whole labels count'],
    ['mylocal.com', 'only the last labels count'],
    ['local.example', 'only the last labels count'],
    ['xhome.arpa', 'only whole labels count'],
    ['1.in-addr.arpa', 'in the public DNS'],
  ])('%s is looked up: %s', (domain) => {
    expect(isSpecialUse(domain)).toBe(false);
  });
});
