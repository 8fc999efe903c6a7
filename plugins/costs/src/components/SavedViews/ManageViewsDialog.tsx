import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  Text,
} from '@backstage/ui';
import { ErrorPanel, useAction } from '@freehold/plugin-tenancy-react';
import { costsApiRef, type SavedView } from '../../api';
import { lookingTranslationRef } from '../../lookingTranslation';
import { OwnView } from './OwnView';
import styles from './SavedViews.module.css';

const NONE = 'none';

/** Renames, shares and deletes own views, and chooses the one to begin with. */
export function ManageViewsDialog(props: {
  views: readonly SavedView[];
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const { views, onClose, onDone } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  const api = useApi(costsApiRef);
  const begin = useAction(async (viewId: string) => {
    await api.setDefaultView(viewId === NONE ? undefined : viewId);
    await onDone();
  });
  const own = views.filter(({ isOwn }) => isOwn);
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={560}>
      <DialogHeader>{t('views.manageTitle')}</DialogHeader>
      <DialogBody>
        <div className={styles.views}>
          <Select
            label={t('views.begin')}
            size="medium"
            options={[
              { id: NONE, label: t('views.beginNone') },
              ...views.map(({ name, viewId }) => ({ id: viewId, label: name })),
            ]}
            value={views.find(({ isDefault }) => isDefault)?.viewId ?? NONE}
            onChange={key => begin.run(String(key))}
          />
          {begin.error && (
            <ErrorPanel error={begin.error} title={t('views.refused')} />
          )}
          {own.length === 0 && (
            <Text as="p" color="secondary">
              {t('views.noneOwn')}
            </Text>
          )}
          {own.map(view => (
            <OwnView key={view.viewId} view={view} onDone={onDone} />
          ))}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('views.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
