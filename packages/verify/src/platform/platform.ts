/** The few primitives that Node and a browser offer in different ways. Everything else in this package is the same code. */
export interface Platform {
  /** SHA-256, 32 bytes. */
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /**
   * Whether an Ed25519 signature (64 bytes) of a message holds under a public key (32 bytes, RFC 8032), everywhere alike: by
   * the equation without the cofactor, and with no R of small order. A malformed key or signature is `false`; a platform that cannot check Ed25519 at all throws, so that "cannot tell" never reads as "forged".
   */
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
  /** The same at once, where the platform can (Node); undefined elsewhere. */
  readonly verifyEd25519Sync: ((publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean) | undefined;
  /** Signs with a secret key (PKCS #8) at once, where the platform can (Node); undefined elsewhere. */
  readonly ed25519Signer: ((pkcs8: Uint8Array) => (message: Uint8Array) => Uint8Array) | undefined;
}
