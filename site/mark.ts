import type { Http } from '../platform/http.ts'

/** The mark of the console (`console/mark.svg`), for whatever page a browser asks the picture of. */
export const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>城绩</title><rect width="32" height="32" rx="6" fill="#1d4ed8"/><path d="M7 23V9h4v14zM14 23v-9h4v9zM21 23v-5h4v5z" fill="#fff"/></svg>'

/** A browser asks every site for its little picture, also where a page names none. */
export function registerMark(http: Http): void {
  http.get('/favicon.ico', { config: { permission: 'public' }, schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(mark),
  )
}
