import { refusalOfPrice } from './monthlyLimit';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

describe('refusalOfPrice', () => {
  const limit = euros('100.00');

  it('lets pass what is at the limit to the cent', () => {
    const others = [euros('99.90')];
    expect(
      refusalOfPrice({ limit, others, price: euros('0.10') }),
    ).toBeUndefined();
  });

  it('says what all would cost, and how much room there is', () => {
    const others = [euros('80.00')];
    expect(refusalOfPrice({ limit, others, price: euros('20.01') })).toBe(
      'All sites together would cost 100.01 EUR a month, and the limit is 100.00 EUR. This site may cost 20.00 EUR: choose less, delete what is not needed, or ask the hosting team for a higher limit.',
    );
  });

  it('tells of no room rather than of less than none', () => {
    const others = [euros('130.00')];
    expect(refusalOfPrice({ limit, others, price: euros('5.00') })).toContain(
      'This site may cost 0.00 EUR',
    );
  });

  it('never refuses what makes a site no dearer', () => {
    const others = [euros('130.00')];
    const before = euros('50.00');
    expect(
      refusalOfPrice({ limit, others, price: euros('40.00'), before }),
    ).toBeUndefined();
    expect(
      refusalOfPrice({ limit, others, price: euros('50.01'), before }),
    ).toBeDefined();
  });

  it('adds no currencies to each other', () => {
    const others = [{ amount: '1.00', currency: 'CHF' }];
    expect(refusalOfPrice({ limit, others, price: euros('1.00') })).toContain(
      'not all in EUR',
    );
  });
});
