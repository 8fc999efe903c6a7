import type { RequestHandler } from 'express';
import { requireEnroller } from './callers';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';
import { replyEnrolled } from './replyEnrolled';

export function confirmTotp(
  context: RouteContext,
): RequestHandler<{ authenticatorId: string }, any, any, any> {
  const { cookies, enrolments } = context;
  return async (req, res) => {
    const enrolled = await enrolments.confirmTotp(
      await requireEnroller(context, req),
      req.params.authenticatorId,
      req.body,
      originOf(req, cookies),
    );
    replyEnrolled(context, res, enrolled);
  };
}
