/** The signature base of RFC 9421 section 2: which lines a signature covers, built the same way by signer and verifier. */
import { isInnerList, parseDictionary, serializeInnerList, serializeItem, type InnerList, type Item } from 'structured-headers';

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
  const missing = (): MissingComponent => new MissingComponent(serializeItem([name, parameters]));
  if (typeof name !== 'string' || name !== name.toLowerCase()) throw missing();
  const [first, ...further] = parameters;
  const [parameter, given] = first ?? [undefined, ''];
  if (further.length > 0 || typeof given !== 'string') throw missing();
  if (name === '@query-param' && parameter === 'name') return queryParameter(request, given, missing);
  if (name.startsWith('@') && parameter === undefined) return derived(request, name);
  const value = name.startsWith('@') ? null : request.headers.get(name);
  if (value === null || (parameter !== undefined && parameter !== 'key')) throw missing();
  return parameter === undefined ? value.trim() : memberOf(value, given, missing);
}

/** One member of a field that is a dictionary (RFC 9421 section 2.1.2). */
function memberOf(value: string, key: string, missing: () => MissingComponent): string {
  let member: Item | InnerList | undefined;
  try {
    member = parseDictionary(value).get(key);
  } catch {
    throw missing();
  }
  if (!member) throw missing();
  return isInnerList(member) ? serializeInnerList(member) : serializeItem(member);
}

/** A parameter of the query that is there once, its name and value spelt anew (section 2.2.8). */
function queryParameter({ url }: SignedRequest, name: string, missing: () => MissingComponent): string {
  const [value, ...more] = [...new URL(url).searchParams].filter(([each]) => spelt(each) === name);
  if (!value || more.length > 0) throw missing();
  return spelt(value[1]);
}
const spelt = (text: string): string => encodeURIComponent(text).replaceAll(/[!'()~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

function derived(request: SignedRequest, name: string): string {
  const url = new URL(request.url);
  switch (name) {
    case '@method': return request.method;
    case '@target-uri': return url.href;
    case '@authority': return url.host;
    case '@scheme': return url.protocol.slice(0, -1);
    case '@path': return url.pathname;
    case '@query': return url.search || '?';
    case '@request-target': return url.pathname + url.search;
    default: throw new MissingComponent(name);
  }
}
