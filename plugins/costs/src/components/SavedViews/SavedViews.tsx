import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { RiBookmarkLine } from '@remixicon/react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { toSearch } from '../../domain/viewParameters';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useSavedViews } from '../../hooks/useSavedViews';
import { lookingTranslationRef } from '../../lookingTranslation';
import { ManageViewsDialog } from './ManageViewsDialog';
import { SaveViewDialog } from './SaveViewDialog';

/** The menu of saved views, and what can be done about them. */
export function SavedViews({ canSave }: { canSave: boolean }) {
  const { t } = useTranslationRef(lookingTranslationRef);
  const { data, refresh } = useSavedViews();
  const [opened, setOpened] = useState<'save' | 'manage'>();
  const navigate = useNavigate();
  const paths = useCostsPaths();
  const views = data?.items ?? [];
  if (!canSave && views.length === 0) return null;
  const close = () => setOpened(undefined);
  return (
    <>
      <MenuTrigger>
        <Button
          variant="secondary"
          size="medium"
          iconStart={<RiBookmarkLine />}
        >
          {t('views.menu')}
        </Button>
        <Menu aria-label={t('views.menu')}>
          {views.map(view => (
            <MenuItem
              key={view.viewId}
              textValue={view.name}
              onAction={() =>
                navigate(
                  `${paths.dashboard}?${toSearch(view.parameters) || 'range=this-month'}`,
                )
              }
            >
              {view.isOwn ? view.name : t('views.shared', { name: view.name })}
            </MenuItem>
          ))}
          {views.length > 0 && canSave && <MenuSeparator />}
          {canSave && (
            <MenuItem onAction={() => setOpened('save')}>
              {t('views.save')}
            </MenuItem>
          )}
          {views.length > 0 && canSave && (
            <MenuItem onAction={() => setOpened('manage')}>
              {t('views.manage')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {opened === 'save' && <SaveViewDialog onClose={close} onDone={refresh} />}
      {opened === 'manage' && (
        <ManageViewsDialog views={views} onClose={close} onDone={refresh} />
      )}
    </>
  );
}
