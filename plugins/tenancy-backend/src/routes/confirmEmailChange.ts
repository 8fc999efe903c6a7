import { answerToToken } from './answerToToken';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function confirmEmailChange(
  api: TenancyRouter,
  { guesses, emailChangeAnswers }: RouteContext,
): void {
  api.post('/email-changes/confirm', async (req, res) => {
    const { token } = req.body;
    const outcome = await answerToToken(guesses, req, res, () =>
      emailChangeAnswers.confirmEmailChange(token),
    );
    res.status(200).json(outcome);
  });
}
