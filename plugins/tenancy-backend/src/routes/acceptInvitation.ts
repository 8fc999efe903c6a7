import { answerToToken } from './answerToToken';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function acceptInvitation(
  api: TenancyRouter,
  { guesses, invitationAnswers }: RouteContext,
): void {
  api.post('/invitations/accept', async (req, res) => {
    const { token, displayName } = req.body;
    const link = await answerToToken(guesses, req, res, () =>
      invitationAnswers.acceptInvitation(token, displayName),
    );
    res.status(200).json(link);
  });
}
