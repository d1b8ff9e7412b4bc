import { describe, expect, it } from 'vitest';
import { groupRecipients } from '@/entrypoints/popup/group-recipients';

const to = (text: string, domain: string | null) => ({ field: 'to', text, domain }) as const;

describe('groupRecipients', () => {
  it('gathers domains over all compose windows, each address once', () => {
    const composes = [
      {
        id: '1',
        from: 'own.example',
        limited: false,
        recipients: [to('x@a.example', 'a.example'), to('?', null)],
      },
      {
        id: '2',
        from: null,
        limited: false,
        recipients: [
          to('y@b.example', 'b.example'),
          to('x@a.example', 'a.example'),
          to('z@a.example', 'a.example'),
        ],
      },
    ];
    expect(groupRecipients(composes)).toEqual([
      { domain: 'a.example', compose: '1', from: 'own.example', addresses: ['x@a.example', 'z@a.example'] },
      { domain: null, compose: '1', from: 'own.example', addresses: ['?'] },
      { domain: 'b.example', compose: '2', from: null, addresses: ['y@b.example'] },
    ]);
  });

  it('has nothing to gather in an empty window', () => {
    expect(groupRecipients([{ id: '1', from: null, limited: false, recipients: [] }])).toEqual([]);
  });
});
