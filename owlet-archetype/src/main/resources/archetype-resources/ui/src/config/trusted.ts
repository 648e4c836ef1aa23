interface Rules { createScriptURL(url: string): string }
interface Factory { createPolicy(name: string, rules: Rules): { createScriptURL(url: string): unknown } }

/** The policy of the page asks for Trusted Types: the only script addresses this app makes are its own workers. */
const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('owlet', {
  createScriptURL(url) {
    if (new URL(url, location.origin).origin !== location.origin) throw new TypeError(`Not a script of this page: ${url}`);
    return url;
  },
});

export const trusted = (url: string) => (policy ? policy.createScriptURL(url) : url) as string;
