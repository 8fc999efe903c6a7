import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useCallback } from 'react';
import { tenancyApiRef, type Member, type PasswordLink } from '../../api';
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
  const { run, isRunning, error } = useAction(
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
    <FormDialog
      title={t('link.newTitle', { name })}
      action={t('link.create')}
      isRunning={isRunning}
      error={error}
      errorTitle={t('link.failed')}
      onSubmit={create}
      onClose={onClose}
    >
      <Text as="p">{t('link.newConsequence', { name })}</Text>
    </FormDialog>
  );
}
