import helmet from 'helmet';

/**
 * Headers of every response. Pages run no inline script or style, load nothing from elsewhere and are framed by nobody.
 * Strict-Transport-Security is left to the proxy that speaks TLS.
 */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Of a page without a referrer browsers hide the origin, and its forms could not be told from foreign ones.
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});
