package sandbox.wallet;

/** What a merchant may do with a wallet since its holder said yes; until it is revoked. */
record Link(String token, String wallet, boolean revoked) {}
