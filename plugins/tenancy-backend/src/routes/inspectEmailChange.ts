import { answerToToken } from './answerToToken';
import type { RouteContext, TenancyRouter } from './RouteContext';

export function inspectEmailChange(
  api: TenancyRouter,
  { guesses, emailChangeAnswers }: RouteContext,
): void {
  api.post('/email-changes/inspect', async (req, res) => {
    const { token } = req.body;
    const inspected = await answerToToken(guesses, req, res, () =>
      emailChangeAnswers.inspectEmailChange(token),
    );
    res.status(200).json(inspected);
  });
}
