/** As little as tells that a text may hold a session token, a key or a one-time link: it runs before any page can be shown. */
export const maySecret = /ey[JA][\w-]{8,}\.|persona_(?:production|sandbox)_|wbhsec_|token["']?\s*(?:[=:%]|-3)|[?&]code=|perso\.na\//i;
