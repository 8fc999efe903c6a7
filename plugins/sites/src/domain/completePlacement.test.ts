import { offering } from '../__testUtils__/samples';
import { completePlacement } from './completePlacement';

describe('completePlacement', () => {
  it('begins with the first cloud and region and leaves the size open', () => {
    expect(completePlacement(offering, {})).toEqual({
      cloud: 'local',
      region: 'here',
    });
  });

  it('drops a region and a size that another cloud does not have', () => {
    expect(
      completePlacement(offering, {
        cloud: 'far',
        region: 'here',
        size: 'small',
      }),
    ).toEqual({ cloud: 'far', region: 'north', size: 'huge' });
  });

  it('keeps what is offered together', () => {
    const choice = { cloud: 'local', region: 'here', size: 'medium' };
    expect(completePlacement(offering, choice)).toEqual(choice);
  });

  it('has nothing to say while nothing is offered', () => {
    expect(
      completePlacement({ priceVersion: '1', clouds: [] }, { cloud: 'local' }),
    ).toEqual({});
  });
});
