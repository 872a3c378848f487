/** The signature base of RFC 9421 section 2: which lines a signature covers, built the same way by signer and verifier. */
import { serializeInnerList, serializeItem, type InnerList, type Item } from 'structured-headers';

/** A request as the signature sees it. `url` is absolute, as the caller addressed it. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

/** A component that cannot be derived from this request. */
export class MissingComponent extends Error {
  constructor(component: string) {
    super(`signature covers "${component}", which the request does not have`);
  }
}

/** Lines of the covered components, then the signature parameters; RFC 9421 section 2.5. */
export function signatureBase(request: SignedRequest, covered: InnerList): string {
  const [components, parameters] = covered;
  const seen = new Set<string>();
  const lines = components.map((component) => {
    const name = serializeItem(component);
    if (seen.has(name)) throw new MissingComponent(`${name} twice`);
    seen.add(name);
    return `${name}: ${componentValue(request, component)}`;
  });
  return [...lines, `"@signature-params": ${serializeInnerList([components, parameters])}`].join('\n');
}

function componentValue(request: SignedRequest, [name, parameters]: Item): string {
  if (typeof name !== 'string') throw new MissingComponent(serializeItem([name, parameters]));
  if (parameters.size > 0) throw new MissingComponent(`${name} with parameters`);
  if (name.startsWith('@')) return derived(request, name);
  const value = request.headers.get(name);
  if (value === null || name !== name.toLowerCase()) throw new MissingComponent(name);
  return value.trim();
}

function derived(request: SignedRequest, name: string): string {
  const url = new URL(request.url);
  switch (name) {
    case '@method': return request.method.toUpperCase();
    case '@target-uri': return url.href;
    case '@authority': return url.host;
    case '@scheme': return url.protocol.slice(0, -1);
    case '@path': return url.pathname;
    case '@query': return url.search || '?';
    case '@request-target': return url.pathname + url.search;
    default: throw new MissingComponent(name);
  }
}
