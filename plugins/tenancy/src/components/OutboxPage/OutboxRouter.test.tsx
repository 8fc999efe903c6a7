import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  tenancyApiRef,
  type Mail,
  type OpenedMail,
  type TenancyApi,
} from '../../api';
import { fakeTenancyApi } from '../../__testUtils__';
import { OutboxRouter } from './OutboxRouter';

const mail: Mail = {
  tenant: 'acme',
  id: 'mail-1',
  recipient: { email: 'nina@acme.example', name: 'Nina' },
  template: 'invitation',
  subject: 'Your invitation to Acme',
  state: 'kept',
  attempts: 0,
  createdAt: '2026-01-05T09:00:00.000Z',
};
const opened: OpenedMail = {
  ...mail,
  text: 'Hello Nina, in plain text',
  html: '<!doctype html><p>Hello Nina</p>',
};

function open(address: string, parts: Partial<TenancyApi>) {
  renderInTestApp(
    <Routes>
      <Route path="/outbox/*" element={<OutboxRouter />} />
    </Routes>,
    {
      initialRouteEntries: [address],
      apis: [[tenancyApiRef, fakeTenancyApi(parts)]],
    },
  );
}

describe('OutboxPage', () => {
  it('lists what is kept and says why it is', async () => {
    open('/outbox', {
      listMails: async () => ({ items: [mail], total: 1, isSending: false }),
    });
    expect(
      await screen.findByText(/No mail server is configured/),
    ).toBeInTheDocument();
    const row = within(screen.getByRole('row', { name: /Your invitation/ }));
    expect(row.getByText('nina@acme.example')).toBeInTheDocument();
    expect(row.getByText('Kept here')).toBeInTheDocument();
  });

  it('asks for what the address says, and for nothing it does not', async () => {
    const listMails = jest.fn(async () => ({
      items: [],
      total: 0,
      isSending: true,
    }));
    open('/outbox?search=nina&state=failed', { listMails });
    expect(await screen.findByText('No mail matches')).toBeInTheDocument();
    expect(listMails).toHaveBeenCalledWith({
      search: 'nina',
      state: 'failed',
      offset: 0,
      limit: 20,
    });
  });

  it('says what will be here', async () => {
    open('/outbox', {
      listMails: async () => ({ items: [], total: 0, isSending: true }),
    });
    expect(await screen.findByText('No mails yet')).toBeInTheDocument();
  });

  it('says when mails cannot be loaded, and tries again', async () => {
    const listMails = jest
      .fn<ReturnType<TenancyApi['listMails']>, []>()
      .mockRejectedValueOnce(
        new PortalError({ name: 'Error', message: 'x', status: 500 }),
      )
      .mockResolvedValue({ items: [mail], total: 1, isSending: false });
    open('/outbox', { listMails });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(mail.subject)).toBeInTheDocument();
  });
});

describe('MailPage', () => {
  it('shows a mail in a frame that can run and reach nothing', async () => {
    open('/outbox/acme/mail-1', { getMail: async () => opened });
    const frame = await screen.findByTitle(/as its recipient sees it/);
    expect(frame).toHaveAttribute('srcdoc', opened.html);
    expect(frame).toHaveAttribute(
      'sandbox',
      'allow-popups allow-popups-to-escape-sandbox',
    );
    expect(screen.getByText('Nina <nina@acme.example>')).toBeInTheDocument();
  });

  it('shows its text, too', async () => {
    open('/outbox/acme/mail-1', { getMail: async () => opened });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'As text' }),
    );
    expect(screen.getByText(opened.text!)).toBeInTheDocument();
  });

  it('keeps the words of what goes out to its recipient, and sends again', async () => {
    let state: Mail['state'] = 'failed';
    const sendMailAgain = jest.fn(async () => {
      state = 'queued';
      return mail;
    });
    open('/outbox/acme/mail-1', {
      sendMailAgain,
      getMail: async () => ({
        ...mail,
        state,
        attempts: 3,
        lastProblem: 'The mail server cannot be reached (ETIMEDOUT).',
      }),
    });
    expect(await screen.findByText(/hold links/)).toBeInTheDocument();
    expect(screen.getByText(/cannot be reached/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    expect(await screen.findByText('Waiting to go out')).toBeInTheDocument();
    expect(sendMailAgain).toHaveBeenCalledWith('acme', 'mail-1');
  });

  it('says so when there is no such mail', async () => {
    open('/outbox/acme/mail-9', {
      getMail: async () => {
        throw new PortalError({ name: 'E', message: 'x', status: 404 });
      },
    });
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'There is no such mail' }),
      ).toBeInTheDocument(),
    );
  });
});
