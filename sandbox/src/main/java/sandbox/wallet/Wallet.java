package sandbox.wallet;

/**
 * A person's wallet.
 *
 * @param points what it holds; one point is one yen
 */
record Wallet(String id, String password, long points) {

    Wallet with(long left) {
        return new Wallet(id, password, left);
    }

    /** As merchants may see it: ta…ro. */
    String masked() {
        return id.length() < 4 ? "…" : id.substring(0, 2) + "…" + id.substring(id.length() - 2);
    }
}
