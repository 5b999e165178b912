import type { Request } from 'express';
import { principalOf } from './principal.ts';

/**
 * Who a request is counted for, where each client has a budget: its key (`key:ID`), else the address it comes from
 * (`address:192.0.2.7`, `network:2001:db8:0:1::/64`).
 */
export function clientOf(request: Request): string {
  return principalOf(request).id;
}
