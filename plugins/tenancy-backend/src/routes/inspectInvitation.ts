import { answerToToken } from './answerToToken';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function inspectInvitation(
  api: TenancyRouter,
  { guesses, invitationAnswers }: RouteContext,
): void {
  api.post('/invitations/inspect', async (req, res) => {
    const { token } = req.body;
    const inspected = await answerToToken(guesses, req, res, () =>
      invitationAnswers.inspectInvitation(token),
    );
    res.status(200).json(inspected);
  });
}
