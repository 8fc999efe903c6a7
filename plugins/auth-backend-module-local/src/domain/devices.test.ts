import { readDevice } from './devices';

describe('readDevice', () => {
  it('names browser and system', () => {
    const { name } = readDevice(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    );
    expect(name).toBe('Safari on iOS');
  });

  it.each(['curl/8.5.0', '', 'unknown', '<script>alert(1)</script>'])(
    'shows %j as it is',
    userAgent => {
      expect(readDevice(userAgent).name).toBe(userAgent);
    },
  );
});
