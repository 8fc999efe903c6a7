import { whatDiffers } from './whatDiffers';

describe('whatDiffers', () => {
  it('tells the members that changed, came or went, and no other', () => {
    expect(
      whatDiffers<object>(
        { role: 'viewer', name: 'Ann', left: 1, same: { a: [1] } },
        { role: 'admin', name: 'Ann', came: 2, same: { a: [1] } },
      ),
    ).toEqual({
      before: { role: 'viewer', left: 1 },
      after: { role: 'admin', came: 2 },
    });
  });
});
