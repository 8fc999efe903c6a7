import { answerToToken } from './answerToToken';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function refuseEmailChange(
  api: TenancyRouter,
  { guesses, emailChangeAnswers }: RouteContext,
): void {
  api.post('/email-changes/refuse', async (req, res) => {
    const { token } = req.body;
    await answerToToken(guesses, req, res, () =>
      emailChangeAnswers.refuseEmailChange(token),
    );
    res.status(204).end();
  });
}
