package sandbox.wallet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import tools.jackson.databind.JsonNode;

/** Wallets, links and payments; each key has one effect. One thing at a time. */
final class Wallets {
    private record Kept(
            String type,
            @Nullable Wallet wallet,
            @Nullable Link link,
            @Nullable Payment payment,
            @Nullable String key) {}

    private final Map<String, Wallet> wallets = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Journal journal;

    Wallets(Journal journal) {
        this.journal = journal;
    }

    synchronized void replay(JsonNode line) {
        put(Json.from(line, Kept.class));
    }

    private void keep(
            @Nullable Wallet wallet,
            @Nullable Link link,
            @Nullable Payment payment,
            @Nullable String key) {
        var kept = new Kept("kept", wallet, link, payment, key);
        journal.append(kept);
        put(kept);
    }

    private void put(Kept kept) {
        if (kept.wallet() != null) {
            wallets.put(kept.wallet().id(), kept.wallet());
        }
        if (kept.link() != null) {
            links.put(kept.link().token(), kept.link());
        }
        if (kept.payment() != null) {
            payments.put(kept.payment().id(), kept.payment());
            byKey.put(Objects.requireNonNull(kept.key()), kept.payment().id());
        }
    }

    /** Opens a wallet, or gives it another password; its points stay. */
    synchronized Wallet open(String id, String password) {
        var known = wallets.get(id);
        var wallet = new Wallet(id, password, known == null ? 0 : known.points());
        keep(wallet, null, null, null);
        return wallet;
    }

    synchronized Wallet fund(String id, long points) {
        var wallet = wallet(id);
        if (points <= 0) {
            throw Problem.of(422, "points", "Points are above zero.");
        }
        var filled = wallet.with(wallet.points() + points);
        keep(filled, null, null, null);
        return filled;
    }

    synchronized Wallet wallet(String id) {
        var wallet = wallets.get(id);
        if (wallet == null) {
            throw Problem.of(404, "unknown-wallet", "There is no such wallet.");
        }
        return wallet;
    }

    synchronized boolean matches(String id, String password) {
        var wallet = wallets.get(id);
        return wallet != null && Web.same(wallet.password(), password);
    }

    /** A code that a merchant's server may change for a token, once. */
    synchronized String allow(String id) {
        var code = Ids.next("code");
        codes.put(code, wallet(id).id());
        return code;
    }

    synchronized Link link(String code) {
        var wallet = codes.remove(code);
        if (wallet == null) {
            throw Problem.of(422, "unknown-code", "The code was used, or never given.");
        }
        var link = new Link(Ids.next("wlt"), wallet, false);
        keep(null, link, null, null);
        return link;
    }

    synchronized Link link(String token, boolean revoked) {
        var link = find(token);
        var next = new Link(link.token(), link.wallet(), revoked);
        keep(null, next, null, null);
        return next;
    }

    synchronized Link find(String token) {
        var link = links.get(token);
        if (link == null) {
            throw Problem.of(404, "unknown-link", "There is no such link.");
        }
        return link;
    }

    synchronized void revokeAll(String wallet) {
        for (var link : List.copyOf(links.values())) {
            if (link.wallet().equals(wallet)) {
                link(link.token(), true);
            }
        }
    }

    synchronized Payment pay(String key, String token, long amount) {
        var earlier = byKey.get(key);
        if (earlier != null) {
            return find(earlier, token, amount);
        }
        var link = find(token);
        var wallet = wallet(link.wallet());
        if (amount <= 0) {
            throw Problem.of(422, "wrong-amount", "The amount is above zero.");
        }
        var reason =
                link.revoked() ? "link-revoked" : wallet.points() < amount ? "wallet-short" : null;
        var payment =
                new Payment(
                        Ids.next("wpay"),
                        token,
                        reason == null ? "captured" : "refused",
                        reason,
                        link.revoked(),
                        amount,
                        reason == null ? amount : 0,
                        0);
        keep(reason == null ? wallet.with(wallet.points() - amount) : null, null, payment, key);
        return payment;
    }

    private Payment find(String id, String token, long amount) {
        var payment = payment(id);
        if (payment.amount() != amount || !payment.token().equals(token)) {
            throw Problem.of(422, "key-reused", "This key was used for something else.");
        }
        return payment;
    }

    synchronized Payment refund(String key, String id, long part) {
        var earlier = byKey.get(key);
        if (earlier != null) {
            return payment(earlier);
        }
        var payment = payment(id);
        if (part <= 0 || part > payment.capturedAmount() - payment.refundedAmount()) {
            throw Problem.of(409, "too-much", "So much was not taken.");
        }
        var wallet = wallet(find(payment.token()).wallet());
        keep(wallet.with(wallet.points() + part), null, payment.refunded(part), key);
        return payment(id);
    }

    synchronized Payment byKey(String key) {
        var id = byKey.get(key);
        return payment(id == null ? "" : id);
    }

    private Payment payment(String id) {
        var payment = payments.get(id);
        if (payment == null) {
            throw Problem.of(404, "unknown-payment", "There is no such payment.");
        }
        return payment;
    }

    synchronized List<Wallet> all() {
        return new ArrayList<>(wallets.values());
    }

    synchronized List<Payment> newest(int limit) {
        return payments.values().stream().toList().reversed().stream().limit(limit).toList();
    }
}
