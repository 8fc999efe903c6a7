import { TextField } from '@backstage/ui';
import { useState, type ComponentProps } from 'react';

type Props = Omit<
  ComponentProps<typeof TextField>,
  'validate' | 'validationBehavior' | 'isInvalid'
> & {
  /** What is wrong with it, in words for people. */
  problem: string | undefined;
  /** Whether to say so even of what nobody typed in yet. */
  showsAll: boolean;
};

/**
 * A field that says itself what is wrong with it, once its reader has left it
 * or wanted to go on.
 */
export function DraftField({ problem, showsAll, ...field }: Props) {
  const [isTouched, setTouched] = useState(false);
  const shown = showsAll || (isTouched && field.value) ? problem : undefined;
  return (
    <TextField
      size="medium"
      autoComplete="off"
      spellCheck="false"
      {...field}
      onBlur={() => setTouched(true)}
      validate={() => shown ?? null}
      validationBehavior="aria"
    />
  );
}
