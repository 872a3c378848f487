export { signatureBase, type SignedRequest } from './base.ts';
export { signedHeaders, type TransportKey } from './sign.ts';
export { nonceMemory, type NonceMemory } from './nonces.ts';
export { verifyRequest, type SignatureFault, type Verifier } from './verify.ts';
