import { parseState, toSuccessor } from './parseState';

const state = (serial: number, lineage: string) =>
  Buffer.from(`{
  "version": 4,
  "serial": ${serial},
  "lineage": "${lineage}",
  "resources": [
    {
      "serial": 99,
      "text": "\\n  \\"serial\\": 1,",
      "large": 12345678901234567890
    }
  ]
}
`);

describe('a state that Terraform could not save', () => {
  it('follows the one its run began with, whose serial it bears', () => {
    const successor = toSuccessor(state(4, 'a'), { serial: 4, lineage: 'a' });
    expect(successor?.toString()).toBe(state(5, 'a').toString());
  });

  it('follows one that its run saved on the way', () => {
    const successor = toSuccessor(state(6, 'a'), { serial: 5, lineage: 'a' });
    expect(parseState(successor!)).toMatchObject({ serial: 7, lineage: 'a' });
  });

  it('is the first one when there was none, and gets a lineage', () => {
    const successor = toSuccessor(state(0, ''), undefined);
    expect(parseState(successor!)).toMatchObject({
      serial: 1,
      lineage: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(successor!.toString()).toContain('12345678901234567890');
  });

  it('follows none that was saved by someone else since', () => {
    expect(
      toSuccessor(state(4, 'a'), { serial: 5, lineage: 'a' }),
    ).toBeUndefined();
    expect(
      toSuccessor(state(4, 'a'), { serial: 4, lineage: 'b' }),
    ).toBeUndefined();
    expect(
      toSuccessor(state(0, ''), { serial: 1, lineage: 'a' }),
    ).toBeUndefined();
  });

  it('is none at all when its writing was cut short', () => {
    expect(() => toSuccessor(state(4, 'a').subarray(0, 80), undefined)).toThrow(
      /must be JSON/,
    );
  });
});
