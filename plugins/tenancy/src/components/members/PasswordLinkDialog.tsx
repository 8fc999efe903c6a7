import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { Member, PasswordLink } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { PasswordLinkPanel } from './PasswordLinkPanel';

/**
 * Shows the link just made for a member. A click beside the dialog does not
 * close it: the link cannot be had again.
 */
export function PasswordLinkDialog(props: {
  member: Pick<Member, 'displayName' | 'email'>;
  link: PasswordLink;
  onClose: () => void;
}) {
  const { member, link, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={520}
    >
      <DialogHeader>
        {t('link.title', { name: member.displayName })}
      </DialogHeader>
      <DialogBody>
        <PasswordLinkPanel link={link} email={member.email} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" slot="close">
          {t('link.done')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
