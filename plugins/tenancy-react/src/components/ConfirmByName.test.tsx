import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalError } from '../api';
import { ConfirmByName } from './ConfirmByName';

function renderDialog(onConfirm: () => Promise<void>) {
  const onClose = jest.fn();
  renderInTestApp(
    <ConfirmByName
      isOpen
      onClose={onClose}
      title="Delete shop"
      consequence="The site goes offline."
      name="shop"
      action="Delete site"
      onConfirm={onConfirm}
    />,
  );
  return { onClose };
}

describe('ConfirmByName', () => {
  it('stays locked until the name is typed, then confirms and closes', async () => {
    const onConfirm = jest.fn(async () => {});
    const { onClose } = renderDialog(onConfirm);
    const action = await screen.findByRole('button', { name: 'Delete site' });
    expect(action).toBeDisabled();

    const field = screen.getByLabelText('Type shop to confirm');
    await userEvent.type(field, 'shoq');
    expect(action).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, 'shop');
    await userEvent.click(action);

    expect(onConfirm).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });

  it('stays open and says why when the backend refuses', async () => {
    const { onClose } = renderDialog(async () => {
      throw new PortalError({
        name: 'ConflictError',
        message: 'A deployment is running; wait for it',
        status: 409,
      });
    });
    await userEvent.type(
      await screen.findByLabelText('Type shop to confirm'),
      'shop{Enter}',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'A deployment is running; wait for it',
    );
    expect(onClose).not.toHaveBeenCalled();
  });
});
