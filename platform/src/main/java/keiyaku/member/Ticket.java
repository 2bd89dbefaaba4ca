package keiyaku.member;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;

/** What a browser or a mail holds to go on: an account's id and a secret of 256 bits. */
record Ticket(AccountId account, String secret) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})([0-9a-f]{64})");

    static Ticket issue(AccountId account) {
        return new Ticket(account, Ids.secret());
    }

    static Optional<Ticket> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var hex = match.group(1);
        var id =
                new UUID(
                        Long.parseUnsignedLong(hex.substring(0, 16), 16),
                        Long.parseUnsignedLong(hex.substring(16), 16));
        return Optional.of(new Ticket(new AccountId(id), match.group(2)));
    }

    String text() {
        return account.value().toString().replace("-", "") + secret;
    }

    String hash() {
        return Secrets.hash(secret);
    }

    @Override
    public String toString() {
        return "ticket of " + account;
    }
}
