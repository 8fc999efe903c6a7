import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, TextField } from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { costsApiRef, type SavedView } from '../../api';
import { useReader } from '../../hooks/useReader';
import { lookingTranslationRef } from '../../lookingTranslation';
import styles from './SavedViews.module.css';

/** One view of the reader's own, to rename, share or delete. */
export function OwnView(props: {
  view: SavedView;
  onDone: () => Promise<unknown>;
}) {
  const { view, onDone } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const api = useApi(costsApiRef);
  const { me } = useReader();
  const [name, setName] = useState(view.name);
  const change = useAction(
    async (changes: { name?: string; isShared?: boolean }) => {
      await api.updateView(view.viewId, changes);
      await onDone();
    },
  );
  const remove = useAction(async () => {
    await api.deleteView(view.viewId);
    await onDone();
  });
  const wanted = name.trim();
  const isRenamed = wanted !== '' && wanted !== view.name;
  return (
    <form
      className={styles.view}
      aria-label={view.name}
      onSubmit={event => {
        event.preventDefault();
        if (isRenamed) change.run({ name: wanted });
      }}
    >
      <TextField
        label={t('views.name')}
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="off"
      />
      <div className={styles.actions}>
        <Checkbox
          isSelected={view.isShared}
          isDisabled={change.isRunning}
          onChange={isShared => change.run({ isShared })}
        >
          {t('views.share', { tenant: me?.tenantName ?? '' })}
        </Checkbox>
        <Button
          type="submit"
          variant="secondary"
          size="small"
          isDisabled={!isRenamed}
          isPending={change.isRunning}
        >
          {t('views.rename')}
        </Button>
        <Button
          variant="secondary"
          size="small"
          destructive
          isPending={remove.isRunning}
          onPress={() => remove.run()}
        >
          {t('views.delete')}
        </Button>
      </div>
      {(change.error ?? remove.error) && (
        <ErrorPanel
          error={(change.error ?? remove.error)!}
          title={t('views.refused')}
        />
      )}
    </form>
  );
}
