import type { RequestHandler } from 'express';
import { requireEnroller } from './callers';
import type { RouteContext } from './createRouter';
import { originOf } from './originOf';
import { replyEnrolled } from './replyEnrolled';

export function addPasskey(context: RouteContext): RequestHandler {
  const { cookies, enrolments } = context;
  return async (req, res) => {
    const enrolled = await enrolments.addPasskey(
      await requireEnroller(context, req),
      req.body,
      originOf(req, cookies),
    );
    replyEnrolled(context, res, enrolled);
  };
}
