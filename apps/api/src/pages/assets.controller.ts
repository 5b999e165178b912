import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../api-error.ts';
import { sendText } from '../http/send.ts';
import { assetAt } from './assets.ts';

/** What pages load: the stylesheet, the icon, the scripts of the question and the query page. */
@Controller()
export class AssetsController {
  @Get('assets/:name')
  asset(@Req() request: Request, @Res() response: Response): void {
    const asset = assetAt(request.path);
    if (!asset) throw new ApiError('api/not-found', 'There is no such file.');
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    sendText(request, response, asset.mediaType, asset.content);
  }

  @Get('robots.txt')
  robots(@Req() request: Request, @Res() response: Response): void {
    sendText(request, response, 'text/plain', 'User-agent: *\nDisallow: /sparql\nDisallow: /ask\n');
  }
}
