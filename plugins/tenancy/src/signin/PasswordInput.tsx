import { PasswordField } from '@backstage/ui';

const MAX_LENGTH = 128;

/** A password, as password managers expect to find it. */
export function PasswordInput(props: {
  label: string;
  autoComplete: 'current-password' | 'new-password';
  description?: string;
  value?: string;
  onChange?: (password: string) => void;
}) {
  return (
    <PasswordField
      {...props}
      name="password"
      size="medium"
      maxLength={MAX_LENGTH}
      isRequired
      validationBehavior="native"
    />
  );
}
