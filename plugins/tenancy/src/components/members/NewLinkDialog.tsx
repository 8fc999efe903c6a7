import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type Member, type PasswordLink } from '../../api';
import { useMutation } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';

/** Says what a new set-password link does to earlier ones, then makes it. */
export function NewLinkDialog(props: {
  member: Member;
  onCreated: (link: PasswordLink) => void;
  onClose: () => void;
}) {
  const { member, onCreated, onClose } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const api = useApi(tenancyApiRef);
  const name = member.displayName;
  const { run, isRunning, error } = useMutation(
    useCallback(
      () => api.createPasswordLink(member.customer, member.name),
      [api, member],
    ),
  );

  const create = async () => {
    const link = await run();
    if (link) onCreated(link);
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>{t('link.newTitle', { name })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t('link.newConsequence', { name })}</Text>
          {error && <ErrorPanel title={t('link.failed')} error={error} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('memberForm.cancel')}
        </Button>
        <Button variant="primary" isPending={isRunning} onPress={create}>
          {t('link.create')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
