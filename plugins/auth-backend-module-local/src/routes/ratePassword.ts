import type { RequestHandler } from 'express';
import { ratePassword as rate } from '../services/PasswordStrength';

export function ratePassword(): RequestHandler {
  return (req, res) => {
    const { password, context = [] } = req.body;
    res.json(rate(password, context));
  };
}
