import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalError } from '../api';
import { ErrorPanel } from './ErrorPanel';

const refusal = (status: number) =>
  new PortalError({
    name: 'Error',
    message: 'relation "sites" does not exist',
    status,
    requestId: 'req-42',
  });

describe('ErrorPanel', () => {
  it('repeats what the backend said where it refused', async () => {
    renderInTestApp(<ErrorPanel error={refusal(409)} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'relation "sites" does not exist',
    );
  });

  it('shows no internals where the backend failed, but the request id', async () => {
    renderInTestApp(<ErrorPanel error={refusal(500)} />);
    const alert = await screen.findByRole('alert');
    expect(alert).not.toHaveTextContent('relation');
    expect(alert).toHaveTextContent('Nothing was changed or lost.');
    expect(alert).toHaveTextContent('req-42');
    expect(
      screen.getByRole('button', { name: 'Copy Request id' }),
    ).toBeVisible();
  });

  it('offers to try again when that is possible', async () => {
    const onRetry = jest.fn();
    renderInTestApp(<ErrorPanel error={refusal(503)} onRetry={onRetry} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});
