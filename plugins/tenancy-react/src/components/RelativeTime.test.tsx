import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

const ago = (seconds: number) =>
  new Date(Date.now() - seconds * 1000).toISOString();

describe('RelativeTime', () => {
  it('says how long ago, and exactly when on hover', async () => {
    const at = ago(3 * 3600);
    renderInTestApp(<RelativeTime at={at} />);
    const time = await screen.findByText('3 hours ago');
    expect(time).toHaveAttribute('datetime', at);
    expect(time.title).toContain(String(new Date(at).getFullYear()));
  });

  it('does not count the first seconds, nor those of a clock ahead', async () => {
    renderInTestApp(<RelativeTime at={ago(-2)} />);
    expect(await screen.findByText('just now')).toBeInTheDocument();
  });

  it('looks ahead too', async () => {
    renderInTestApp(<RelativeTime at={ago(-2 * 86400 - 60)} />);
    expect(await screen.findByText('in 2 days')).toBeInTheDocument();
  });
});
