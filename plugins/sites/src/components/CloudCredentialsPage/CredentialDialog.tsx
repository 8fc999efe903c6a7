import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PasswordField,
  Radio,
  RadioGroup,
  Text,
  TextField,
} from '@backstage/ui';
import {
  CopyableId,
  FormDialog,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import {
  sitesApiRef,
  type CloudCredential,
  type CloudCredentialInput,
} from '../../api';
import { sitesTranslationRef } from '../../translation';

interface CredentialDialogProps {
  isOpen: boolean;
  onClose: () => void;
  tenant: string;
  /** What is replaced, if anything. */
  present: CloudCredential | undefined;
  externalId: string;
  onSaved: () => Promise<unknown>;
}

type Kind = CloudCredentialInput['kind'];

/** Takes credentials of AWS, and keeps them once AWS lets them in. */
export function CredentialDialog(props: CredentialDialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog(props: CredentialDialogProps) {
  const { tenant, present, externalId, onSaved, onClose } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const [kind, setKind] = useState<Kind>(present?.kind ?? 'access-key');
  const [name, setName] = useState(present?.name ?? '');
  const [accessKeyId, setAccessKeyId] = useState('');
  const [secretAccessKey, setSecretAccessKey] = useState('');
  const [roleArn, setRoleArn] = useState(present?.roleArn ?? '');
  const saving = useAction(async () => {
    await api.setCloudCredential(
      tenant,
      'aws',
      kind === 'role'
        ? { kind, name: name.trim(), roleArn: roleArn.trim() }
        : {
            kind,
            name: name.trim(),
            accessKeyId: accessKeyId.trim(),
            secretAccessKey: secretAccessKey.trim(),
          },
    );
    await onSaved();
    onClose();
  });
  return (
    <FormDialog
      title={present ? t('credentials.replace') : t('credentials.enter')}
      action={t('credentials.save')}
      isRunning={saving.isRunning}
      error={saving.error}
      width={560}
      onSubmit={() => saving.run()}
      onClose={onClose}
    >
      <TextField
        label={t('credentials.name')}
        description={t('credentials.nameHint')}
        value={name}
        onChange={setName}
        maxLength={100}
        isRequired
        validationBehavior="native"
      />
      <RadioGroup
        label={t('credentials.kind')}
        value={kind}
        onChange={value => setKind(value as Kind)}
      >
        <Radio value="access-key">{t('credentials.accessKey')}</Radio>
        <Radio value="role">{t('credentials.assumeRole')}</Radio>
      </RadioGroup>
      {kind === 'role' ? (
        <>
          <Text as="p">{t('credentials.roleHint')}</Text>
          <CopyableId id={externalId} what={t('credentials.externalId')} />
          <TextField
            label={t('credentials.role')}
            value={roleArn}
            onChange={setRoleArn}
            maxLength={600}
            isRequired
            validationBehavior="native"
          />
        </>
      ) : (
        <>
          <TextField
            label={t('credentials.accessKeyId')}
            value={accessKeyId}
            onChange={setAccessKeyId}
            maxLength={128}
            autoComplete="off"
            isRequired
            validationBehavior="native"
          />
          <PasswordField
            label={t('credentials.secretAccessKey')}
            description={t('credentials.secretHint')}
            value={secretAccessKey}
            onChange={setSecretAccessKey}
            maxLength={128}
            autoComplete="new-password"
            isRequired
            validationBehavior="native"
          />
        </>
      )}
    </FormDialog>
  );
}
