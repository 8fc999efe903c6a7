import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { portalTranslationRef } from '../translation';

const DONE_MS = 2_000;

/** Copies `text`; `what` names it to people, as in "Copy request id". */
export function CopyButton(props: { text: string; what: string }) {
  const { text, what } = props;
  const { t } = useTranslationRef(portalTranslationRef);
  const [{ value, error }, copy] = useCopyToClipboard();
  const [copies, setCopies] = useState(0);

  useEffect(() => {
    if (copies === 0) return undefined;
    const timer = setTimeout(() => setCopies(0), DONE_MS);
    return () => clearTimeout(timer);
  }, [copies]);

  const isDone = copies > 0 && value === text && !error;
  const label = isDone ? t('copy.done') : t('copy.action', { what });
  return (
    <>
      <TooltipTrigger delay={300}>
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={label}
          icon={isDone ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={() => {
            copy(text);
            setCopies(count => count + 1);
          }}
        />
        <Tooltip>{copies > 0 && error ? t('copy.failed') : label}</Tooltip>
      </TooltipTrigger>
    </>
  );
}
