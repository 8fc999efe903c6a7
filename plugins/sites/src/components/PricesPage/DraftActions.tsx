import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ConfirmByName } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { pricesApiRef, type PriceBook } from '../../api';
import type { PriceRow } from '../../domain/PriceBookForm';
import { usePricesPaths } from '../../hooks/usePricesPaths';
import { pricesTranslationRef } from '../../pricesTranslation';
import { PublishDialog } from './PublishDialog';

/** Publishes a draft, once it is saved, or throws it away. */
export function DraftActions(props: {
  book: PriceBook;
  compared: PriceBook | undefined;
  rows: PriceRow[];
  isSaved: boolean;
  refresh: () => Promise<unknown>;
}) {
  const { book, compared, rows, isSaved, refresh } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const api = useApi(pricesApiRef);
  const paths = usePricesPaths();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<'publish' | 'discard'>();
  const close = () => setOpened(undefined);
  return (
    <>
      <Button
        variant="secondary"
        size="medium"
        destructive
        onPress={() => setOpened('discard')}
      >
        {t('discard.action')}
      </Button>
      <Button
        variant={isSaved ? 'primary' : 'secondary'}
        size="medium"
        onPress={() => setOpened('publish')}
      >
        {t('publish.action')}
      </Button>
      {opened === 'publish' && (
        <PublishDialog
          onClose={close}
          book={book}
          compared={compared}
          rows={rows}
          isSaved={isSaved}
          onPublished={refresh}
        />
      )}
      <ConfirmByName
        isOpen={opened === 'discard'}
        onClose={close}
        title={t('discard.title', { version: book.version })}
        consequence={t('discard.consequence')}
        name={book.version}
        action={t('discard.action')}
        onConfirm={async () => {
          await api.deletePriceBook(book.priceBookId);
          navigate(paths.list);
        }}
      />
    </>
  );
}
