import { describe, expect, it } from 'vitest';
import { withDeliveryRemark } from '@/utils/verdict/delivery-remark';
import { LEVELS } from '@/utils/verdict/level';
import { sampleVerdict } from '../../components/sample-verdict';

describe('withDeliveryRemark', () => {
  it.each(LEVELS)('never changes the level %s, nor what was said before', (level) => {
    const verdict = sampleVerdict('a.example', { level });
    const remarked = withDeliveryRemark(verdict, true);
    const added = remarked.reasons.slice(verdict.reasons.length).map(({ code }) => code);
    expect({ ...remarked, reasons: remarked.reasons.slice(0, verdict.reasons.length) }).toEqual(verdict);
    expect(added).toEqual(level === 'undeliverable' ? [] : ['local-part-international']);
  });

  it('says nothing of a local part in ASCII', () => {
    const verdict = sampleVerdict('a.example');
    expect(withDeliveryRemark(verdict, false)).toBe(verdict);
  });
});
