import { Route, Routes } from 'react-router-dom';
import { MailPage } from './MailPage';
import { OutboxPage } from './OutboxPage';

/** The staff pages about mail. */
export function OutboxRouter() {
  return (
    <Routes>
      <Route index element={<OutboxPage />} />
      <Route path=":tenant/:mail" element={<MailPage />} />
    </Routes>
  );
}
