/** Annotation of a site's Component: the id the sites API knows it by. */
export const SITE_ID_ANNOTATION = 'freehold.dev/site-id';

/** `spec.type` of a website's Component. */
export const WEBSITE_TYPE = 'website';
