import {
  AWS_SECRET,
  keyOf,
} from '../../plugins/sites-backend/src/__testUtils__/StsDouble.ts';
import type { Session } from '../http/Session.ts';

/** Enters an access key of the customer's own, whose name holds the word. */
export async function keepCredentials(
  owner: Session,
  customer: string,
  word: string,
): Promise<void> {
  await owner.json({
    method: 'PUT',
    path: `/api/sites/customers/${customer}/cloud-credentials/aws`,
    body: {
      kind: 'access-key',
      name: `Keys of ${word}`,
      accessKeyId: keyOf('111111111111'),
      secretAccessKey: AWS_SECRET,
    },
  });
}
