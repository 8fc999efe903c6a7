import type { Session } from '../http/Session.ts';

/**
 * Has a version of the allocation rules in force and the next one drafted, both
 * with the word in a rule that holds of no charge.
 *
 * @returns revision of the draft
 */
export async function draftRules(
  finance: Session,
  word: string,
): Promise<string> {
  const rules = [
    {
      id: 'nothing',
      name: `What ${word} pays`,
      order: 10,
      enabled: true,
      conditions: [{ on: 'resourceName', anyOf: [`nobody-has-${word}`] }],
      effect: { kind: 'direct', set: { team: { value: word } } },
    },
  ];
  const draft = async () => {
    const { revision } = await finance.json({
      method: 'PUT',
      path: '/api/costs/allocation/draft',
      body: { rules },
    });
    return revision;
  };
  await finance.json({
    method: 'POST',
    path: '/api/costs/allocation/draft/activate',
    body: { revision: await draft(), comment: `As ${word} said` },
  });
  return draft();
}
