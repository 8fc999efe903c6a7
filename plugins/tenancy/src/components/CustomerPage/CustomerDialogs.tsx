import type { Customer } from '../../api';
import { DeactivateDialog } from './DeactivateDialog';
import { EditCustomerDialog } from './EditCustomerDialog';
import { ReactivateDialog } from './ReactivateDialog';
import { ResumeDialog } from './ResumeDialog';
import { StartViewingDialog } from './StartViewingDialog';
import { SuspendDialog } from './SuspendDialog';

/** The dialogs over a customer's page. */
export type CustomerDialog =
  'edit' | 'view' | 'suspend' | 'resume' | 'deactivate' | 'reactivate';

/** Renders the dialog that is open, if any. */
export function CustomerDialogs(props: {
  customer: Customer;
  open: CustomerDialog | undefined;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { customer, open, onClose, onChanged } = props;
  const shared = { customer, onClose, onDone: onChanged };
  switch (open) {
    case 'edit':
      return (
        <EditCustomerDialog
          customer={customer}
          onClose={onClose}
          onSaved={() => {
            onClose();
            onChanged();
          }}
        />
      );
    case 'view':
      return <StartViewingDialog customer={customer} onClose={onClose} />;
    case 'suspend':
      return <SuspendDialog {...shared} />;
    case 'resume':
      return <ResumeDialog {...shared} />;
    case 'deactivate':
      return <DeactivateDialog {...shared} />;
    case 'reactivate':
      return <ReactivateDialog {...shared} />;
    default:
      return null;
  }
}
